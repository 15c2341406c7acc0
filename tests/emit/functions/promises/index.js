// An async function as a value: whoever calls it gets a promise.
async function stored(storage, name) {
    const value = await storage.get(name, 0)
    return [name, value]
}

export async function processEvent(event, { storage }) {
    const names = ['a', 'b']
    const pairs = await Promise.all(names.map(async (name) => await stored(storage, name)))
    event.properties.stored = Object.fromEntries(pairs)
    storage.set('last', event.distinct_id).catch((error) => console.warn(error))
    return event
}
