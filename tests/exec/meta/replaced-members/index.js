export function processEvent(event, meta) {
    meta.count = (meta.count ?? 0) + 1
    if (meta.count === 2) {
        meta.config = { name: 'replaced' }
    }
    event.properties.count = meta.count
    event.properties.name = meta.config.name
    event.properties.extra = meta.extra
    return event
}

export function onEvent(event, meta) {
    meta.extra = `set by onEvent for ${event.event}`
}
