export function processEvent(event, meta) {
    event.name = meta.configuration
    event.name = RegExp.$1
    return event
}
