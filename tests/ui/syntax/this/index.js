function describe() {
    return this.name
}

export function processEvent(event) {
    event.properties.plugin = describe.call({ name: 'x' })
    return event
}
