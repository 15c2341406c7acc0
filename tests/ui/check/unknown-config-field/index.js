export function processEvent(event, { config }) {
    event.key = config.apikey
    event.other = new config.Thing()
    return event
}
