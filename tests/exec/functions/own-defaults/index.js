import { check } from './show'

export function processEvent(event) {
    const given = event.properties.missing
    const f = (x, y = () => [x, typeof y], z = y()) => {
        x = 2
        return [z, y()]
    }
    check('made', () => f(1, given))
    check('given', () => f(1, () => 'mine'))
    check('itself', () => ((a = a) => a)(given))
    check('a later one', () => ((a = b, b = 1) => [a, b])(given))
    check('a later one, given', () => ((a = b, b = 1) => [a, b])(3))
    check('assigned', () => ((a = () => a) => { const before = a; a = 7; return before() })(given))
    return event
}
