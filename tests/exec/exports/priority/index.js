export function processEvent(event) {
    event.properties.from = 'exports'
    return event
}

module.exports = {
    processEvent: (event) => ({ ...event, never: true }),
    onEvent: () => console.log('from module.exports'),
}
