import { rules } from './lib'

export function processEvent(event) {
    event.rules = rules
    return event
}
