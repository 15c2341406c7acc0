import rules from './table'

export function processEvent(event) {
    event.rules = rules
    return event
}
