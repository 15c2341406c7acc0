// Runs once.
export function setupPlugin({ config, global }) {
    global.greeting = `Hello ${config.name || 'world'}`
}

/** Greets, unless there is nothing to greet with. */
export function processEvent(event, { global }) {
    if (event.properties) {
        event.properties.greeting = global.greeting // said once more
    }
    return event
}
