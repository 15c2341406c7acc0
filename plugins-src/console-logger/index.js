const writers = {
    debug: console.debug,
    info: console.info,
    warn: console.warn,
    error: console.error,
}

function setupPlugin({ config, global }) {
    const names = (config.events || '').split(',').map((name) => name.trim())
    global.wanted = new Set(names.filter(Boolean))
    global.write = writers[config.level] || console.log
}

function onEvent(event, { config, global }) {
    if (global.wanted.size > 0 && !global.wanted.has(event.event)) {
        return
    }
    const who = event.distinct_id ?? 'nobody'
    if (config.withProperties === 'yes') {
        global.write(`${event.event} by ${who}:`, event.properties, Object.keys(event.properties || {}).length, 'properties')
    } else {
        global.write(event.event, 'by', who)
    }
}

function teardownPlugin() {
    console.log('goodbye')
}

module.exports = { setupPlugin, onEvent, teardownPlugin }
