import { check } from './show'

let calls = 0
const next = () => ++calls

function defaults(a, b = a + 1, c = next()) {
    return [a, b, c]
}
function rest(first, ...others) {
    return [first, others, others.length]
}
const shadow = (x, y = () => x) => {
    x = 'changed'
    return [x, y()]
}
function pattern({ a, b: { c = 'c' } = {}, ...others } = {}, [d, , e = 'e'] = [], ...more) {
    return [a, c, others, d, e, more]
}
function reassigned(value) {
    value = value || 'default'
    value += '!'
    return value
}
function swap(a, b) {
    ;[a, b] = [b, a]
    return [a, b]
}

export function processEvent(event) {
    check('defaults()', () => defaults())
    check('defaults(1)', () => defaults(1))
    check('defaults(1, undefined, null)', () => defaults(1, undefined, null))
    check('defaults(1, 2, 3, 4)', () => defaults(1, 2, 3, 4))
    check('calls', () => calls)
    check('lengths', () => [defaults.length, rest.length, pattern.length, ((a, b = 1, c) => 1).length, ((...x) => 1).length])
    check('rest()', () => rest())
    check('rest(1, 2, 3)', () => rest(1, 2, 3))
    check('rest(...list)', () => rest(...event.properties.list, 'end'))
    check('shadow(1)', () => shadow(1))
    check('pattern()', () => pattern())
    check('pattern(...)', () => pattern({ a: 1, b: {}, x: 2 }, 'hi!', 7, 8))
    check('pattern(null)', () => pattern(null))
    check('pattern({ b: null })', () => pattern({ b: null }))
    check('pattern({}, 5)', () => pattern({}, 5))
    check('reassigned', () => [reassigned(), reassigned('x'), reassigned(0)])
    check('swap', () => swap(1, 2))
    check('default refers to a later parameter', () => ((a = b, b = 1) => [a, b])())
    check('default is a function', () => ((f = () => 'f') => f())())
    check('defaults see the outer scope', () => ((x = calls) => x === calls)())
    check('a default that throws', () => ((x = event.nothing.y) => x)())
    check('undefined and null', () => ((x = 1) => x)(null))
    check('extra arguments are evaluated', () => (((a) => a)(1, next()), calls))
    check('a parameter named like a builtin', () => ((Object, JSON) => Object + JSON)(1, 2))
    check('nested defaults', () => (({ a = 1, b = a + 1 }, [c = b] = []) => [a, b, c])({}))
    check('destructuring null', () => (({ a }) => a)(null))
    check('destructuring undefined', () => (({ a }) => a)())
    check('destructuring undefined as a list', () => (([a]) => a)())
    check('a var named like a parameter', () => {
        function f(a, b = a, { c } = {}) {
            var a, b = b + 1, c
            return [a, b, c]
        }
        return [f(1), f(1, 5), f(1, 2, { c: 3 })]
    })
    return event
}
