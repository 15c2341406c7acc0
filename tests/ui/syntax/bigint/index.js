export function processEvent(event) {
    event.properties.big = 9007199254740993n > 0
    return event
}
