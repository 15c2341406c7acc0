// V8 names an object in a message by its `constructor`, wherever that comes from.
import { check } from './show'

class Order {}
class Anonymous {
    static name = ''
}

export function processEvent(event) {
    const { own, text } = event.properties
    check('plain', () => [1].map({}))
    check('Map', () => [1].map(new Map()))
    check('a class', () => [1].map(new Order()))
    check('without a name', () => [1].map(new Anonymous()))
    check('own constructor', () => [1].map(own))
    check('own constructor that is a text', () => [1].map(text))
    check('no prototype', () => [1].map(Object.create(null)))
    check('array', () => [1].map([]))
    check('error', () => [1].map(new RangeError('r')))
    check('key', () => null[{ a: 1 }])
    check('in', () => event in 'text')
    check('options', () => structuredClone(1, 5))
    check('code', () => {
        try {
            structuredClone()
        } catch (error) {
            return [error.code, Object.keys(error), String(error)]
        }
    })
    check('call in a destructured call', () => {
        const [a] = event.f(1).g(2)
        return a
    })
    check('call in an iterated call', () => {
        const identity = (x) => x
        const [a] = identity(event).toString(1).missing(2)
        return a
    })
    check('optional call of a static builtin', () => Math.exp(Math.round(event.properties.zero))?.a?.b)
    check('nullish for its effect', () => {
        let n = 0
        Math.LN2 ?? n++
        event.nothing ?? n++
        return n
    })
    return event
}
