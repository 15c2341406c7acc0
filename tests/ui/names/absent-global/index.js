export function processEvent(event) {
    event.properties.region = process.env.REGION
    return event
}
