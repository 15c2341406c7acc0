import { check } from './show'
import { count, increment, current, reset } from './counter'
import * as counter from './counter'

export function processEvent(event) {
    check('at first', () => [count, current()])
    increment()
    increment()
    check('after two increments', () => [count, current(), counter.count])
    const copy = count
    reset()
    check('after a reset', () => [count, copy])
    increment()
    return event
}
