export function processEventBatch() {
    return []
}

export function processEvent(event) {
    event.properties.which = 'single'
    return event
}
