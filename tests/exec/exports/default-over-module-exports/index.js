export default {
    processEvent(event) {
        event.properties.from = 'default'
        return event
    },
}

module.exports = { processEvent: () => null }
