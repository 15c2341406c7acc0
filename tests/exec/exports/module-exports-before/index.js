module.exports = { processEvent, teardownPlugin }

function processEvent(event) {
    event.properties.form = 'declared afterwards'
    return event
}

async function teardownPlugin() {
    console.log('torn down')
}
