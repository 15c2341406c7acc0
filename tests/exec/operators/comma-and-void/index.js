import { check } from './show'

export function processEvent(event) {
    let a = 0
    check('comma', () => (a++, a++, a))
    check('void', () => void a++)
    check('a', () => a)
    let i, j
    for (i = 0, j = 10; i < j; i++, j--);
    check('loop with commas', () => [i, j])
    const f = (x, y) => (x, y)
    check('f(1, 2)', () => f(1, 2))
    check('f((1, 2), 3)', () => f((1, 2), 3))
    check('list[1, 0]', () => ['a', 'b'][(1, 0)])
    check('void of undefined', () => void event.nothing)
    check('void of a failure', () => void event.nothing.x)
    return event
}
