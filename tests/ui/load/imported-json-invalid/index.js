import rules from './rules.json'

export function processEvent(event) {
    event.rules = rules
    return event
}
