export function processEvent(event) {
    event.properties.kept = undefined
    event.properties.list = [undefined, () => 1, NaN]
    return event
}

export function onEvent(event, { global }) {
    global.mine = event
    event.properties.changed = 'by a'
    console.log('a', Object.keys(event), event.properties)
}
