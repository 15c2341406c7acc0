export async function processEvent(event, { storage }) {
    storage.set('seen', true)
    return event
}
