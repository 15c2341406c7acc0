// Runs once, before the first event.
export function setupPlugin({ config, global }) {
    global.greeted = 0
    console.log(`Greeting ${config.name || 'world'} from now on`)
}

// Runs for every event. What it returns goes on to the next plugin.
export function processEvent(event, { config, global }) {
    if (event.properties) {
        const ending = config.punctuation ?? '!'
        event.properties.greeting = `Hello ${config.name || 'world'}${ending}`
        global.greeted += 1
        event.properties.greeting_number = global.greeted
    }

    return event
}
