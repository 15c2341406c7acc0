exports = {
    processEvent: (event) => {
        event.properties.form = 'rebound'
        return event
    },
}
