const sql = (strings, ...values) => ({ text: strings.join('?'), values })

export function processEvent(event) {
    event.properties.query = sql`select * from users where id = ${event.distinct_id} and name = ${event.event}`
    event.properties.path = String.raw`C:\new\${event.event}`
    return event
}
