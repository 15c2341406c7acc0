function processEvent(event) {
    event.properties.form = 'module.exports'
    return event
}

module.exports = {
    processEvent,
    setupPlugin() {
        console.log('set up')
    },
}
