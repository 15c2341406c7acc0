// Greets every event that has properties.
function processEvent(event, { config }) {
    if (event.properties) {
        event.properties['hello'] = `Hello ${config.name || 'world'}`
    }
    return event
}

module.exports = { processEvent }
