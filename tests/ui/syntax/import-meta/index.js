export function processEvent(event) {
    event.properties.source = import.meta.url
    return event
}
