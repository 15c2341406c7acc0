export function processEvent(event) {
    event.properties.numbers = [Math.random(), Math.random(), Math.floor(Math.random() * 100)]
    return event
}
