// Hooks that name services which they do not use.
async function setupPlugin({ config, global, cache, utils }) {
    global.count = 0
}

async function processEvent(event, { config, cache, global, ...others }) {
    event.properties.count = ++global.count
    event.properties.others = Object.keys(others)
    return finish(event, { cache: 'no service' })
}

const finish = (event, { cache }) => ({ ...event, finished: cache })

function onEvent(event, meta) {
    const { cache, utils, global } = meta
    console.log(global.count)
}

module.exports = { setupPlugin, processEvent, onEvent }
