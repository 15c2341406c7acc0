export function processEvent(event, { config }) {
    event.properties.name = (config.name?.trim)()
    return event
}
