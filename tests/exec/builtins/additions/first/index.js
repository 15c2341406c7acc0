// New properties of builtins are seen by everything that inherits them, in this plugin and in no other.
import { check } from './show'

Array.prototype.last = function () {
    return this[this.length - 1]
}
String.prototype.shout = function () {
    return `${this.toUpperCase()}!`
}
Object.prototype.shared = 'everywhere'
Object.defineProperty(Number.prototype, 'doubled', { get() { return this * 2 }, configurable: true })
Function.prototype.twice = function (value) {
    return this(this(value))
}
Math.tau = 2 * Math.PI
Number.parity = (number) => (number % 2 ? 'odd' : 'even')

function visited(value) {
    const keys = []
    for (const key in value) keys.push(key)
    return keys
}

export function processEvent(event) {
    const { list, text, number, object } = event.properties
    check('array', () => [[1, 2].last(), list.last(), [].last()])
    check('string', () => ['a'.shout(), text.shout()])
    check('object', () => [{}.shared, object.shared, (5).shared, 'a'.shared, event.shared, [].shared])
    check('destructured', () => { const { shared, other = 1 } = object; return [shared, other] })
    check('in', () => ['shared' in object, Object.hasOwn(object, 'shared'), 'last' in list])
    check('accessor', () => [(4).doubled, number.doubled])
    check('function', () => [((x) => x + 1).twice(1), String.twice(number)])
    check('static', () => [Math.tau > 6, Number.parity(number)])
    check('for in', () => [visited({ a: 1 }), visited(object), visited([7]), visited(list), visited('ab'), visited(text), visited(5), visited(null)])
    check('for in, shadowed', () => visited({ shared: 1, b: 2 }))
    check('own only', () => [Object.keys(object), JSON.stringify(object), { ...object }])
    check('removed', () => [delete Object.prototype.shared, object.shared, delete Array.prototype.last, delete Math.tau, Math.tau])
    check('gone', () => [1].last())
    Object.prototype.shared = 'everywhere'
    Array.prototype.last = function () { return 'again' }
    return event
}
