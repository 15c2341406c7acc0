export function processEvent(event) {
    console.table(event)
    return event.event.match('a') ? event : null
}
