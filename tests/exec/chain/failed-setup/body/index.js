null.x

export function processEvent(event) {
    event.properties.never = 2
    return event
}
