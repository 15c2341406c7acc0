export function processEventBatch(events, meta) {
    console.log(events.length, Object.keys(meta.config))
    return events.map((event) => ({ ...event, batched: true }))
}
