export async function processEvent(event, { storage }) {
    for await (const value of [storage.get('a'), storage.get('b')]) {
        event.properties.value = value
    }
    return event
}
