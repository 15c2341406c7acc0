// The global object inherits from Object.prototype, so these names are there though nobody declares them.
import { check } from './show'

export function processEvent(event) {
    check('typeof', () => [typeof toString, typeof hasOwnProperty, typeof valueOf, typeof constructor, typeof nothing])
    check('toString', () => [toString(), toString.call([])])
    check('hasOwnProperty', () => [hasOwnProperty.call(event, 'event'), hasOwnProperty.call(event, 'nothing')])
    check('kept', () => ({ toString, valueOf }).valueOf === valueOf)
    check('nothing', () => nothing)
    return event
}
