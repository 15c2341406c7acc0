// Adds what a timestamp says about the day.
export function processEvent(event) {
    const at = new Date(event.timestamp)
    if (isNaN(at)) {
        return event
    }
    const yesterday = new Date(at.getTime() - 86400000)
    yesterday.setUTCHours(0, 0, 0, 0)
    event.properties.day = at.toLocaleDateString('en-GB', { weekday: 'long' })
    event.properties.hour = at.getUTCHours()
    event.properties.since = at - yesterday
    event.properties.yesterday = yesterday.toISOString()
    event.properties.received = `${new Date().getFullYear()}-${Date.now()}`
    return event
}
