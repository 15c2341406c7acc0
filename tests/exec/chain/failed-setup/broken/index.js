export function setupPlugin() {
    throw new Error('no way')
}

export function processEvent(event) {
    event.properties.never = 1
    return event
}
