console.log('loading')
const { limit } = require('./lib/limit')
const rules = limit > 5 ? require('./lib/rules') : []

export function processEvent(event) {
    event.properties.rules = rules
    return event
}
