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
    const refused = [Object(Symbol('s')), new WeakMap(), new WeakSet(), (function* () {})(), (function () { return arguments })(1), [].values(), Symbol('s'), Math.max, Promise.resolve()]
    for (const value of refused) {
        check('refused', () => structuredClone({ value }))
        check('name and code', () => {
            try {
                return structuredClone([value])
            } catch (error) {
                return [error.name, error.code, error instanceof Error]
            }
        })
    }
    check('boxed', () => [structuredClone(Object(5)) + 1, structuredClone(Object('ab')).length, structuredClone(Object(7n)) + 1n, typeof structuredClone(Object(false))])
    check('bytes', () => {
        const words = new Uint16Array([1, 2, 3]).subarray(1)
        const copy = structuredClone({ words, view: new DataView(words.buffer, 2, 3), memory: words.buffer, text: Buffer.from('ab') })
        words[0] = 9
        return [[...copy.words], copy.view.getUint16(0, true), copy.view.byteLength, copy.view.buffer === copy.memory, copy.words.buffer === copy.memory, [...copy.text], Buffer.isBuffer(copy.text)]
    })
    check('transfer lists', () => [structuredClone(1, {}), structuredClone(2, { transfer: [] }), structuredClone(3, { transfer: null })])
    check('no transfer list', () => structuredClone(1, { transfer: 5 }))
    check('no argument', () => structuredClone())
    check('key order', () => Object.keys(structuredClone({ b: 1, a: 2, 1: 3 })))
    return event
}
