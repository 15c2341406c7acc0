import { check } from './show'
import { isEven } from './even'
import { seen } from './odd'

export const name = 'index'

export function processEvent(event) {
    check('across the cycle', () => [isEven(10), isEven(7)])
    check('seen while loading', () => seen)
    return event
}
