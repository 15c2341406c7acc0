function Point(x) {
    if (!new.target) {
        return new Point(x)
    }
}

export function processEvent(event) {
    return event
}
