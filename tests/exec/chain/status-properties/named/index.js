export function processEvent(event) {
    event.properties.path = (event.properties.path ?? '') + '4'
    return event
}
