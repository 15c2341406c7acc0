function* keys(properties) {
    for (const key in properties) {
        yield key
    }
}

export function processEvent(event) {
    event.properties.keys = [...keys(event.properties)]
    return event
}
