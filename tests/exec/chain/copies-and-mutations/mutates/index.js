let previous

export function processEvent(event) {
    event.properties.same_as_before = event === previous
    previous = event
    event.properties.copied += '!'
    return event
}
