const verbose = Object.keys({}).length === 0

module.exports = {
    processEvent: verbose ? loud : quiet,
}

function loud(event) {
    console.log('loud')
    return event
}
function quiet(event) {
    return event
}
