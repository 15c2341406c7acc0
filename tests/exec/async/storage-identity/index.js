// What is read back is a copy; what stays in the function across an await is not.
export async function processEvent(event, { storage, global }) {
    const { properties } = event
    const list = [properties]
    await storage.set('kept', properties)
    const copy = await storage.get('kept')
    properties.same = list[0] === event.properties
    properties.copied = copy !== properties
    copy.n = 'changed in the copy'
    global.before ??= properties
    const first = await storage.get('first', null)
    if (!first) {
        await storage.set('first', { n: properties.n })
    }
    properties.first = first
    properties.fromBefore = global.before.n
    return event
}
