export function processEvent(event) {
    console.log('seen', event.event)
    return event
}
