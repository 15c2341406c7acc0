export function processEvent(event) {
    event.properties.path = (event.properties.path ?? '') + 'after'
    return event
}
