import { check } from './show'
import { a, renamed, everything, fallback, fromStar } from './barrel'

export function processEvent(event: any) {
    check('re-exported', () => [a, renamed, everything.a, everything.b, fallback, fromStar])
    return event
}
