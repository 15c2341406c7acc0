import { rules } from './rulse'

export function processEvent(event) {
    event.rules = rules
    return event
}
export { other } from './lib/unknown'
