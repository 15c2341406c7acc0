// Removes properties by name.
function setupPlugin({ config, global }) {
    global.propertiesToFilter = config.properties ? config.properties.split(',') : null
}

function processEvent(event, { global }) {
    if (global.propertiesToFilter && event.properties) {
        for (const property of global.propertiesToFilter) {
            delete event.properties[property]
        }
    }
    return event
}

module.exports = { setupPlugin, processEvent }
