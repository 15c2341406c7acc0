// Nothing is exported: functions of the script are found by name.
function setupPlugin({ global }) {
    global.n = 0
}

async function processEvent(event, { global }) {
    event.properties.n = ++global.n
    return event
}

function unrelated() {}
