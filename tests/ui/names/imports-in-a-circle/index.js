import { limit } from './a'

export function processEvent(event) {
    return event.properties.count > limit ? null : event
}
