import { check } from './show'

let log = []
const say = (name, value = name) => {
    log.push(name)
    return value
}
const ordered = (label, run) => {
    log = []
    try {
        run()
    } catch (error) {
        log.push(String(error))
    }
    console.log(label, log)
}
const object = { method: (...args) => args.length, list: [1, 2, 3], nested: { f: () => () => 1 } }

export function processEvent(event) {
    ordered('binary', () => say('a', 1) + say('b', 2) * say('c', 3))
    ordered('comparison', () => say('a', 1) > say('b', 2))
    ordered('call', () => say('callee', object.method)(say('first'), ...say('spread', [1]), say('last')))
    ordered('method', () => say('object', object)[say('key', 'method')](say('argument')))
    ordered('not a function', () => say('object', object)[say('key', 'missing')](say('argument')))
    ordered('of undefined', () => say('object', undefined)[say('key')](say('argument')))
    ordered('object literal', () => ({ [say('k1')]: say('v1'), [say('k2')]: say('v2'), ...say('spread', {}) }))
    ordered('array literal', () => [say('a'), , ...say('spread', [1]), say('b')])
    ordered('template', () => `${say('a')} ${say('b')}`)
    ordered('conditional', () => (say('test', false) ? say('yes') : say('no')))
    ordered('short circuit', () => say('left', false) && say('right'))
    ordered('comma', () => (say('a'), say('b'), say('c')))
    ordered('assignment', () => (say('object', {})[say('key')] = say('value')))
    ordered('destructuring', () => {
        const { [say('k1')]: a = say('default 1'), [say('k2')]: b = say('default 2') } = say('value', { k1: 1 })
        return [a, b]
    })
    ordered('optional', () => say('object', null)?.[say('key')](say('argument')))
    ordered('chained calls', () => say('object', object).nested.f(say('first'))(say('second')))
    ordered('delete', () => delete say('object', {})[say('key')])
    ordered('in', () => say('key') in say('object', {}))
    ordered('new', () => new Map(say('argument', []), say('ignored')))
    ordered('toString during a computed key', () => {
        const key = { toString: () => say('toString', 'k') }
        return { [key]: say('value') }
    })
    ordered('key conversion comes after the value', () => {
        const key = { toString: () => say('toString', 'k') }
        const target = {}
        target[key] = say('value')
    })
    ordered('throwing argument', () => object.method(say('a'), null.x, say('b')))
    ordered('exponent', () => say('a', 2) ** say('b', 3) ** say('c', 2))
    ordered('nullish', () => say('a', null) ?? say('b', undefined) ?? say('c'))
    return event
}
