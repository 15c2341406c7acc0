export function processEvent(event) {
    console.log('last saw', event.event)
    return event
}

export function onEvent(event) {
    console.log('stored', event.event)
}
