// A function is no destination, so the global functions are found.
module.exports = function () {}

function processEvent(event) {
    event.properties.form = 'global'
    return event
}
