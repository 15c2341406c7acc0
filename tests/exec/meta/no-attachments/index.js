export function processEvent(event, meta) {
    event.properties.attachments = Object.keys(meta.attachments).length
    event.properties.config = Object.keys(meta.config).length
    event.properties.global = Object.keys(meta.global).length
    return event
}
