function count() {
    var arguments = []
    return arguments.length
}

export function processEvent(event) {
    event.properties.count = count(1, 2)
    return event
}
