// `later` has no value yet where the exports are set.
module.exports = { processEvent, onEvent: later }

function processEvent(event) {
    event.properties.type = typeof later
    return event
}

var later = (event) => console.log('never called', event.event)
