export function processEvent(event) {
    const { properties } = event
    const properties = { ...event.properties }
    return { ...event, properties }
}
