function Point(x) {
    return { x }
}

export function processEvent(event) {
    event.point = new Point(1)
    return event
}
