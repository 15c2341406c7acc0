import { a } from './a'
with (a) {}

export function processEvent(event) {
    return event
}
