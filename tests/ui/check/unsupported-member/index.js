export function processEvent(event) {
    console.table(event)
    return event.event.anchor('a') ? event : null
}
