import { check } from './show'

const seen = new WeakMap()
const kept = { n: 0 }
const all = new WeakSet([kept])

export function processEvent(event) {
    const { text, number } = event.properties
    const key = {}
    const symbol = Symbol('local')
    check('maps', () => { const map = new WeakMap([[key, 1], [kept, 2]]); map.set(key, 3).set(symbol, 4); return [map.get(key), map.get(kept), map.get(symbol), map.has({}), map.has(text), map.get(number), map.delete(key), map.delete(key), map.has(key)] })
    check('sets', () => { const set = new WeakSet([key]); set.add(kept).add(kept); return [set.has(key), set.has(kept), set.has(symbol), set.delete(kept), set.has(kept), set.has(number), set.delete(text)] })
    check('over events', () => { seen.set(kept, (seen.get(kept) ?? 0) + 1); return [seen.get(kept), all.has(kept), all.has(key)] })
    check('private data', () => { const data = new WeakMap(); const make = (secret) => { const self = { reveal: () => data.get(self) }; data.set(self, secret); return self }; return [make(1).reveal(), make(text).reveal()] })
    check('bad keys', () => [text, number, null, undefined, true, 1n, Symbol.for('x')].map((bad) => { try { return new WeakMap().set(bad, 1).has(bad) } catch (error) { return error.message } }))
    check('bad values', () => [text, number, null, undefined, true, 1n, Symbol.for('x')].map((bad) => { try { return new WeakSet().add(bad).has(bad) } catch (error) { return error.message } }))
    check('constructors', () => [WeakMap.length, WeakSet.name, Object.getOwnPropertyNames(WeakMap.prototype), Object.getOwnPropertyNames(WeakSet.prototype)])
    check('call', () => WeakMap())
    check('call 2', () => WeakSet())
    check('bad entries', () => new WeakMap([1]))
    check('not iterable', () => new WeakSet(number))
    check('iterated', () => [...new WeakMap()])
    check('receiver', () => WeakMap.prototype.get.call(new Map(), 1))
    check('receiver 2', () => WeakSet.prototype.has.call(new WeakMap(), 1))
    check('shown', () => [String(new WeakMap()), JSON.stringify(new WeakSet()), Object.keys(new WeakMap()), new WeakMap(null) instanceof WeakMap, typeof new WeakSet()])
    return event
}
