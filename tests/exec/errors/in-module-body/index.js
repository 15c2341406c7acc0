const table = { a: 1 }
const value = table.missing.deep

export function processEvent(event) {
    event.properties.never = value
    return event
}
