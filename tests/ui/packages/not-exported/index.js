import { secret } from 'closed/inner.js'

export function processEvent(event) {
    event.properties.secret = secret
    return event
}
