async function load(storage, key, depth) {
    const value = await storage.get(key, null)
    return value === null && depth > 0 ? await load(storage, `${key}!`, depth - 1) : value
}

async function pad(text) {
    return await text.padStart(5)
}

export async function processEvent(event, { storage }) {
    try {
        event.loaded = await load(storage, event.event, 3)
    } catch (error) {
        event.loaded = error.message
    }
    await storage.set('last', event.event)
    event.padded = await pad('x')
    return event
}
