import { limit } from 'limits'

export function processEvent(event) {
    return event.properties.count > limit ? null : event
}
