export function processEvent(event, { config }) {
    const rules = require('./rules-' + config.region)
    return rules.apply(event)
}
