// A default value that reads a parameter to its right, which is not initialized yet.
import { check } from './show'

function right(a = b, b) {
    return [a, b]
}
function own(a = a) {
    return a
}
function later(a = () => b, b) {
    return [typeof a, b, typeof a === 'function' && a()]
}
function called(a, b = (() => c)(), c) {
    return [a, b, c]
}
function rest(a = list, ...list) {
    return [a, list]
}
function restLater(a = () => list, ...list) {
    return a()
}
function patterns({ a = c } = {}, [b = c] = [], c) {
    return [a, b, c]
}

export function processEvent(event) {
    const { value, none } = event.properties
    check('right', () => right(none, value))
    check('right, given', () => right(value, 2))
    check('own', () => own())
    check('own, given', () => own(value))
    check('later', () => later(none, value))
    check('called', () => called(1))
    check('called, given', () => called(1, value, 3))
    check('rest', () => rest())
    check('rest, given', () => rest(value, 2, 3))
    check('rest later', () => restLater(none, value, 3))
    check('patterns', () => patterns())
    check('patterns, given', () => patterns({ a: 1 }, [value], 3))
    check('lengths', () => [right.length, later.length, called.length, rest.length])
    check('arrow', () => ((a = b, b) => a)())
    check('arguments', () => (function (a = b, b) { return [a, arguments.length, arguments[1]] })(1, value))
    return event
}
