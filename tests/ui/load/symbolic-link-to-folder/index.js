import { rules } from './lib/rules'

export function processEvent(event) {
    event.rules = rules
    return event
}
