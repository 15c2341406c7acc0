export function processEvent(event, meta) {
    event.name = meta.configuration
    Math.name = event.name
    return event
}
