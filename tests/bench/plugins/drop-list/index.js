// Drops events by name.
function setupPlugin({ config, global }) {
    global.dropped = new Set(config.events.split(','))
}

function processEvent(event, { global }) {
    return global.dropped.has(event.event) ? null : event
}

module.exports = { setupPlugin, processEvent }
