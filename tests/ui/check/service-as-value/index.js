export async function processEvent(event, meta) {
    meta.global.db = meta.storage
    event.first = await meta.global.storage.get('first', null)
    return event
}
