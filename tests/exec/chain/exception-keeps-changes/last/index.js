export function processEvent(event) {
    event.properties.path = (event.properties.path ?? '') + '3'
    return event
}
