// Keeps a share of the users, chosen by a hash of their id.
function setupPlugin({ config, global }) {
    global.percentage = parseInt(config.percentage)
}

function processEvent(event, { global }) {
    const id = String(event.distinct_id)
    let hash = 0
    for (let i = 0; i < id.length; i++) {
        hash = ((hash << 5) - hash + id.charCodeAt(i)) | 0
    }
    return (hash >>> 0) % 100 >= global.percentage ? null : event
}

module.exports = { setupPlugin, processEvent }
