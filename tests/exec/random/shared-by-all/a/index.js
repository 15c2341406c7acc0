export function setupPlugin({ global }) {
    global.first = Math.random()
}

export function processEvent(event, { global }) {
    event.properties.a = [global.first, Math.random()]
    return event
}
