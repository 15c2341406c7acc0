export function processEvent(event, { config }) {
    event.key = config.apikey
    event.other = Math.thing()
    return event
}
