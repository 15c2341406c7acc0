export function processEvent(event) {
    const limit = 010
    return event.properties.$lib = 'web' : null
}
