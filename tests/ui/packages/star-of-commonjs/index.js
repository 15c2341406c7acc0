import { a } from './helpers'

export function processEvent(event) {
    event.properties.a = a
    return event
}
