import { check } from './show'

export function processEvent(event) {
    const list = event.properties.list || [1, 2, 3]
    check('called at once', () => (function f(n) { return n === 0 ? 1 : f(n - 1) * n })(3))
    check('as a statement', () => {
        let steps = 0
        ;(function walk(n) {
            steps += 1
            if (n > 0) walk(n - 1)
        })(4)
        return steps
    })
    check('as a callback of a list of any type', () => list.map(function f(n) { return n ? f(n - 1) + 1 : 0 }))
    check('as a callback of an array', () => [3, 4].map(function f(n) { return n ? f(n - 1) + 1 : 0 }))
    check('as an argument of a condition', () => {
        if ((function f(n) { return n ? f(n - 1) : 'end' })(2) !== 'end') return 'wrong'
        return 'right'
    })
    check('the name is not visible outside', () => {
        ;(function inner() { return inner })()
        return typeof inner
    })
    check('the name cannot be assigned', () => (function f() { f = 1; return typeof f })())
    check('a parameter hides the name', () => (function f(f) { return f })(7))
    check('itself as a value', () => {
        const g = function f() { return f }
        return g() === g
    })
    return event
}
