// The parts of an event's time, in the zone of the process.

/** Numbers above this are milliseconds, others seconds. */
const LARGEST_SECONDS = 999999999999

function timeOf(timestamp) {
    if (typeof timestamp !== 'number') {
        return new Date(timestamp)
    }
    return new Date(timestamp > LARGEST_SECONDS ? timestamp : timestamp * 1000)
}

export function processEvent(event) {
    if (!event.properties || !event.timestamp) {
        return event
    }
    const time = timeOf(event.timestamp)
    if (isNaN(time)) {
        console.warn(`not a time: ${event.timestamp}`)
        return event
    }
    event.properties.day_of_the_week = time.toLocaleDateString('en-GB', { weekday: 'long' })
    const [year, month, day] = [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    Object.assign(event.properties, { year, month, day, hour: time.getHours(), minute: time.getMinutes() })
    return event
}
