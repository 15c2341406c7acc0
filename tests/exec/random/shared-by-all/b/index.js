const start = Math.random()

export function processEvent(event) {
    event.properties.b = [start, ['x', 'y'].map(() => Math.random())]
    return event
}
