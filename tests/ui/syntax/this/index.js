module.exports = {
    describe(event) {
        return event.event
    },
    processEvent(event) {
        event.properties.description = this.describe(event)
        return event
    },
}
