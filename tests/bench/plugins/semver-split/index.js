// Splits versions into their parts.
function setupPlugin({ config, global }) {
    global.targets = config.properties.split(',')
}

function processEvent(event, { global }) {
    const properties = event.properties
    if (!properties) return event

    for (const target of global.targets) {
        const version = properties[target]
        if (typeof version !== 'string') continue

        const parts = version.split('.')
        properties[`${target}__major`] = parseInt(parts[0])
        properties[`${target}__minor`] = parts.length > 1 ? parseInt(parts[1]) : 0
        properties[`${target}__patch`] = parts.length > 2 ? parseInt(parts[2]) : 0
    }
    return event
}

module.exports = { setupPlugin, processEvent }
