export function processEvent(event) {
    if (/^\/blog\//.test(event.properties.$pathname)) {
        event.properties.is_blog = true
    }
    return event
}
