export function processEvent(event) {
    event.properties.path = (event.properties.path ?? '') + '1'
    return event
}
