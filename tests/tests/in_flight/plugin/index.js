// Waits for storage in the middle of an event, with values of the event in hand before and after.
let waiting = 0

export async function setupPlugin({ storage }) {
    await storage.set('greeting', { text: 'hello' })
}

export async function processEvent(event, { config, storage, global }) {
    const before = { made: `before ${event.event}` }
    waiting += 1
    if (event.properties.waits) {
        const greeting = await storage.get('greeting', { text: 'nothing' })
        event.properties.greeting = config.prefix + greeting.text
    }
    global.seen = [...(global.seen || []), event.event]
    event.properties.before = before
    event.properties.seen = global.seen
    event.properties.waiting = waiting
    waiting -= 1
    return event
}
