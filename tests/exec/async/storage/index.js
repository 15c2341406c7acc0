export async function setupPlugin({ storage }) {
    await storage.set('started', { at: 1, list: [1, undefined] })
}

export async function processEvent(event, { storage }) {
    const seen = await storage.get('seen', 0)
    await storage.set('seen', seen + 1)
    const names = await storage.get('names', [])
    if (!names.includes(event.event)) {
        names.push(event.event)
        await storage.set('names', names)
    }
    event.properties.seen = seen
    event.properties.names = names
    event.properties.started = (await storage.get('started')).list.slice(0, 2)
    event.properties.missing = [await storage.get('missing'), await storage.get('missing', 'default'), typeof (await storage.get('missing'))]
    await storage.set('null', null)
    event.properties.null = await storage.get('null', 'default')
    await storage.set('gone', 1)
    await storage.set('gone', undefined)
    event.properties.gone = await storage.get('gone', 'deleted by undefined')
    await storage.del('started')
    await storage.set('started', { list: [seen] })
    return event
}

export async function teardownPlugin({ storage }) {
    console.log(await storage.get('seen'), await storage.get('names'))
}
