function setupPlugin({ config, global }) {
    if (!config.properties) {
        throw new Error('No properties to filter are configured')
    }
    global.paths = config.properties.split(',').map((path) => path.trim())
}

// Deletes what `keys` leads to. The way there may end early.
function removePath(object, keys) {
    const key = keys.shift()
    if (keys.length === 0) {
        delete object[key]
    } else if (object[key] && typeof object[key] === 'object') {
        removePath(object[key], keys)
    }
}

function processEvent(event, { global }) {
    const properties = { ...event.properties }
    for (const path of global.paths) {
        if (path === '$ip') {
            event.ip = null // the address stands in two places
        }
        if (path in properties) {
            delete properties[path]
        } else {
            removePath(properties, path.split('.'))
        }
    }
    return { ...event, properties }
}

module.exports = {
    setupPlugin,
    processEvent,
}
