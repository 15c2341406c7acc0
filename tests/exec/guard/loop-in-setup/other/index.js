export function processEvent(event) {
    event.properties.path = (event.properties.path ?? '') + 'fine'
    return event
}
