export function processEvent(event) {
    const name = event.event
    if (name === '$pageview') {
        name = 'page viewed'
    }
    return { ...event, event: name }
}
