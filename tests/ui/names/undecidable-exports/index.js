function processEvent(event) {
    return event
}

if (typeof module !== 'undefined') {
    module.exports = { processEvent }
}
