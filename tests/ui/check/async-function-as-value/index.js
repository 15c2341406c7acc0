async function load(key) {
    return key
}

export async function processEvent(event, { storage }) {
    event.list = [1, 2].map(load)
    event.keys = ['a'].map(async (key) => await storage.get(key, null))
    const read = async (name) => await storage.get(name, event.event)
    event.read = await read('b')
    return event
}
