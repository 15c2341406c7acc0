import { rules } from '../shared/rules'

export function processEvent(event) {
    event.rules = rules
    return event
}
