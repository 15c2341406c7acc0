export function processEvent(event) {
    event.event = 'abc'.toUppercase()
    event.max = Math.maximum(1, 2)
    const list = [1]
    list.pushAll(2)
    return event
}
