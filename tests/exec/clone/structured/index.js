import { check } from './show'

export function processEvent(event) {
    const original = { a: 1, nested: { list: [1, , 3] }, map: new Map([['k', { v: 1 }]]), set: new Set([1]), nothing: undefined, zero: -0 }
    original.self = original
    const copy = structuredClone(original)
    check('copy', () => copy)
    check('different', () => [copy !== original, copy.nested !== original.nested, copy.map !== original.map])
    check('the cycle', () => copy.self === copy)
    check('shared', () => {
        const shared = {}
        const { x, y } = structuredClone({ x: shared, y: shared })
        return x === y
    })
    copy.nested.list[0] = 'changed'
    check('original', () => original.nested.list)
    check('primitives', () => [structuredClone(5), structuredClone('x'), structuredClone(null), structuredClone(undefined)])
    check('of the event', () => structuredClone(event))
    check('an error', () => structuredClone(new RangeError('r')))
    check('prototype is lost', () => structuredClone(Object.create({ inherited: 1 })).inherited)
    check('frozen is lost', () => Object.isFrozen(structuredClone(Object.freeze({}))))
    check('extra keys of a list', () => Object.keys(structuredClone(Object.assign([1], { x: 2 }))))
    check('no argument', () => structuredClone())
    check('key order', () => Object.keys(structuredClone({ b: 1, a: 2, 1: 3 })))
    return event
}
