export function processEvent(event) {
    event.properties.path = (event.properties.path ?? '') + '2'
    return event
}
