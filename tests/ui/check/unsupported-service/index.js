export async function processEvent(event, { cache, config }) {
    event.seen = cache
    return event
}
