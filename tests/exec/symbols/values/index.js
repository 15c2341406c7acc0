import { check } from './show'

const KEY = Symbol('module')
const shared = Symbol.for('shared')

function Tagged() {}

export function processEvent(event) {
    const local = Symbol('local')
    const plain = Symbol()
    const { text, list, nothing, number } = event.properties

    check('types', () => [typeof local, typeof KEY, typeof Symbol.iterator, typeof Object(local)])
    check('identity', () => [local === local, Symbol('a') === Symbol('a'), shared === Symbol.for('shared'), KEY == KEY, local == 'local'])
    check('object', () => [Object(local) == local, Object(local) === local, Object(local).valueOf() === local])
    check('description', () => [local.description, plain.description, Symbol('').description, Symbol(text).description, Symbol(undefined).description, Symbol(null).description])
    check('texts', () => [local.toString(), String(plain), String(shared), Object(local).toString()])
    check('registry', () => [Symbol.keyFor(shared), Symbol.keyFor(local), Symbol.for(text).description, Symbol.for(text) === Symbol.for(text), Symbol.keyFor(Symbol.iterator)])
    check('keyFor', () => Symbol.keyFor(text))
    check('add', () => local + text)
    check('template', () => `${local}`)
    check('number', () => local * number)
    check('plus', () => +local)
    check('compare', () => local < number)
    check('join', () => [local].join())
    check('new', () => new Symbol())
    check('call', () => local())
    check('truthy', () => [!!local, local ? 1 : 2, local || 3, local && 4, local ?? 5])

    const object = { a: 1, [local]: 2, [KEY]: 3, b: 4, [shared]: 5, 1: 6 }
    check('read', () => [object[local], object[KEY], object[shared], object[Symbol('local')], object[text]])
    check('keys', () => [Object.keys(object), Object.getOwnPropertyNames(object), Object.values(object), Object.entries(object)])
    check('symbols', () => Object.getOwnPropertySymbols(object).map(String))
    check('same symbols', () => Object.getOwnPropertySymbols(object)[1] === KEY)
    check('in', () => [local in object, plain in object, object.hasOwnProperty(KEY), Object.hasOwn(object, plain), object.propertyIsEnumerable(local)])
    check('json', () => JSON.stringify(object))
    check('json values', () => JSON.stringify([local, { x: KEY, y: 1 }, [KEY]]))
    check('json top', () => JSON.stringify(local))
    check('for in', () => { const seen = []; for (const key in object) seen.push(key); return seen })
    check('spread', () => { const copy = { ...object }; return [copy[local], Object.getOwnPropertySymbols(copy).length] })
    check('assign', () => { const copy = Object.assign({ [plain]: 0 }, object); return Object.getOwnPropertySymbols(copy).map(String) })
    check('rest', () => { const { a, [local]: taken, ...rest } = object; return [taken, Object.getOwnPropertySymbols(rest).map(String), rest] })
    check('delete', () => { const copy = { ...object }; return [delete copy[KEY], delete copy[plain], KEY in copy, Object.getOwnPropertySymbols(copy).length] })
    check('write', () => { const copy = {}; copy[local] = 1; copy[local] += 2; copy[KEY] ??= 7; return [copy[local], copy[KEY], copy] })
    check('arrays', () => { const copy = [1, 2]; copy[local] = 3; return [copy.length, copy[local], copy, JSON.stringify(copy), Object.keys(copy)] })
    check('functions', () => { Tagged[local] = 1; return [Tagged[local], Object.getOwnPropertySymbols(Tagged).length] })
    check('names', () => ({ [local]: () => 1, [plain]: () => 2, [Symbol('')]: function () {}, m: { [KEY]() {} }[KEY] }))
    check('function names', () => [{ [local]: () => 1 }[local].name, { [plain]: () => 2 }[plain].name, { [KEY]() {} }[KEY].name])
    check('frozen', () => { const copy = Object.freeze({ [local]: 1 }); copy[local] = 2; delete copy[local]; return [copy[local], Object.isFrozen(copy), Object.isFrozen(Object.seal({ [local]: 1 }))] })
    check('descriptors', () => {
        const defined = Object.defineProperty({}, local, { value: 1 })
        const all = Object.getOwnPropertyDescriptors({ [KEY]: 2 })
        return [Object.getOwnPropertyDescriptor(defined, local), Object.keys(all), all[KEY], Object.defineProperties({}, { [local]: { value: 8 } })[local]]
    })
    check('many', () => {
        const many = {}
        const keys = []
        for (let at = 0; at < 40; at++) { keys.push(Symbol(at % 3)); many[keys[at]] = at; many['k' + at] = at }
        delete many[keys[7]]
        return [keys.map((key) => many[key]), Object.getOwnPropertySymbols(many).length, Object.keys(many).length]
    })
    check('map', () => { const map = new Map([[local, 1], [KEY, 2]]); map.set(local, 3); return [map.get(local), map.size, map.get(Symbol('local')), [...map.keys()].map(String), new Set([KEY, KEY, local]).size] })
    check('includes', () => [[local, KEY].includes(KEY), [local].indexOf(local), [local].indexOf(plain), Object.is(local, local)])
    check('switch', () => { switch (local) { case plain: return 1; case local: return 2 } return 3 })
    check('errors', () => nothing[local])
    check('errors 2', () => { nothing[Symbol.iterator] = 1 })
    check('errors 3', () => object[plain]())
    check('in error', () => local in text)
    check('on symbols', () => { local.x = 1; return [local.x, local[KEY], local.constructor === Symbol] })

    check('toPrimitive', () => {
        const hints = []
        const value = { [Symbol.toPrimitive]: (hint) => { hints.push(hint); return hint === 'number' ? 5 : 'x' } }
        const results = [value + 1, value * 2, `${value}`, value == 'x', value < 6, String(value), Number(value), [value] + '', { x: 1 }[value], value - '1', Math.max(value)]
        return [results, hints]
    })
    check('toPrimitive 2', () => ({ [Symbol.toPrimitive]: 5 }) + 1)
    check('toPrimitive 3', () => ({ [Symbol.toPrimitive]: () => ({}) }) + 1)
    check('toPrimitive 4', () => ({ [Symbol.toPrimitive]: undefined, valueOf: () => 2 }) + 1)
    check('symbol from toPrimitive', () => ({ s: 1, [KEY]: 9 })[{ [Symbol.toPrimitive]: () => KEY }])
    check('toStringTag', () => [String({ [Symbol.toStringTag]: 'Mine' }), `${{ [Symbol.toStringTag]: 5 }}`, Object.prototype.toString.call(Object.assign([], { [Symbol.toStringTag]: 'T' }))])
    check('tags', () => [Math, JSON, new Map(), new Set(), local, [], [].values(), new Map().keys(), new Set().values(), ''[Symbol.iterator](), () => 1, new Error(), 1, '', true, null, undefined].map((value) => Object.prototype.toString.call(value)))
    check('own tags', () => [Map.prototype[Symbol.toStringTag], Math[Symbol.toStringTag], Symbol.prototype[Symbol.toStringTag], [][Symbol.toStringTag], Object.getOwnPropertyDescriptor(Map.prototype, Symbol.toStringTag)])
    check('hasInstance', () => [5 instanceof { [Symbol.hasInstance]: (value) => value > 3 }, {} instanceof { [Symbol.hasInstance]: () => 0 }, Map[Symbol.hasInstance](new Map()), Function.prototype[Symbol.hasInstance].call({}, 1)])
    check('hasInstance 2', () => 1 instanceof { [Symbol.hasInstance]: 5 })
    check('hasInstance 3', () => 1 instanceof {})
    check('concat', () => [[0].concat({ length: 2, 0: 'a', 1: 'b', [Symbol.isConcatSpreadable]: true }), [].concat(Object.assign([1], { [Symbol.isConcatSpreadable]: false })).length])
    check('intrinsics', () => [Array.prototype[Symbol.iterator] === Array.prototype.values, Map.prototype[Symbol.iterator] === Map.prototype.entries, Set.prototype[Symbol.iterator] === Set.prototype.keys, String.prototype[Symbol.iterator].name, [].values()[Symbol.iterator].name])
    check('well known', () => [Object.getOwnPropertyDescriptor(Symbol, 'iterator'), Symbol.length, Symbol.name, Symbol.for.length, Object.getOwnPropertyDescriptor(Symbol.prototype, Symbol.toPrimitive).writable])
    check('kept', () => {
        const before = global.kept
        global.kept = { [KEY]: (before ? before[KEY] : 0) + 1, symbol: KEY, other: Symbol('event') }
        return [before ? before.symbol === KEY : null, global.kept[KEY], global.kept.other === global.kept.other, String(global.kept.other)]
    })
    return event
}
