// Greets everyone whose events come with properties.

export function setupPlugin({ config, global }) {
    global.greeting = `Hello, ${config.name || 'world'}!`
}

export function processEvent(event, { global }) {
    if (event.event === '$heartbeat') {
        return null
    }
    if (event.properties) {
        event.properties.greeting = global.greeting
    }
    return event
}
