import { check } from './show'

// Names that mean something on Object.prototype.
export function processEvent(event) {
    const { data } = event.properties
    check('keys of parsed JSON', () => Object.keys(data))
    check('data.__proto__', () => data.__proto__)
    check('own __proto__ from JSON', () => Object.hasOwn(data, '__proto__'))
    check('data.constructor', () => data.constructor)
    check('data.toString', () => data.toString)
    check('String(data)', () => String(data))
    check('copy', () => Object.keys({ ...data }))
    check('own __proto__ of a copy', () => Object.hasOwn({ ...data }, '__proto__'))
    check('assign', () => Object.keys(Object.assign({}, data)))
    check('the prototype set by assign', () => Object.assign({}, data).polluted)
    check('JSON again', () => JSON.stringify(data))
    const plain = {}
    check('plain.constructor.name', () => plain.constructor.name)
    check("plain['toString']", () => typeof plain['toString'])
    check("'constructor' in plain", () => 'constructor' in plain)
    check('plain[key] for odd keys', () => ['constructor', 'valueOf', 'hasOwnProperty', '__proto__', 'missing'].map((key) => typeof plain[key]))
    const counts = {}
    for (const word of ['a', 'constructor', 'a', 'toString']) {
        counts[word] = (counts[word] || 0) + 1
    }
    check('counts', () => Object.keys(counts))
    check('counts.a', () => counts.a)
    check('typeof counts.constructor', () => typeof counts.constructor)
    const literal = { __proto__: { inherited: 1 }, own: 2 }
    check('literal', () => literal)
    check('literal.inherited', () => literal.inherited)
    const inherited = []
    for (const key in literal) inherited.push(key)
    check('for-in', () => inherited)
    const computed = { ['__proto__']: 1 }
    check('computed', () => Object.keys(computed))
    const assigned = {}
    assigned.__proto__ = { via: 'assignment' }
    check('assigned', () => [Object.keys(assigned), assigned.via])
    assigned.__proto__ = 5
    check('assigned a number', () => assigned.via)
    const bare = Object.create(null)
    bare.a = 1
    check('bare', () => bare)
    check('bare.toString', () => bare.toString)
    check('String(bare)', () => String(bare))
    check('bare + text', () => bare + '')
    check('JSON of bare', () => JSON.stringify(bare))
    return event
}
