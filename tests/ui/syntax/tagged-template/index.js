const trim = (parts, ...values) => String.raw(parts, ...values).trim()

export function processEvent(event) {
    event.properties.name = trim` ${event.event} `
    return event
}
