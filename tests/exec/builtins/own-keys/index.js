// The keys of builtin objects in V8's order, and the attributes of what is there.
import { check } from './show'
import { URL, URLSearchParams } from 'url'

const all = {
    Object, Function, Array, String, Number, Boolean, Symbol, BigInt, Date, RegExp, Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError,
    AggregateError, Map, Set, WeakMap, WeakSet, Promise, ArrayBuffer, DataView, Uint8Array, Float64Array, URL, URLSearchParams,
}
const others = {
    TypedArray: Object.getPrototypeOf(Uint8Array),
    "TypedArray.prototype": Object.getPrototypeOf(Uint8Array.prototype),
    Math,
    Reflect,
    JSON,
    generator: Object.getPrototypeOf((function* () {}).prototype),
    generatorFunction: Object.getPrototypeOf(function* () {}),
    arrayIterator: Object.getPrototypeOf([][Symbol.iterator]()),
    iterator: Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
}
const MISSING = ['stackTraceLimit', 'input', 'species', 'match', 'matchAll', 'replace', 'search', 'split', 'unscopables', 'Symbol(Symbol.species)', 'Symbol(Symbol.unscopables)']

// Symbols that Node's own code puts there cannot be told from others.
const keys = (object) => Reflect.ownKeys(object).map(String).filter((key) => !key.includes('nodejs.'))

function attributes(object, key) {
    const found = Object.getOwnPropertyDescriptor(object, key)
    const flags = `${found.enumerable ? 'e' : ''}${found.configurable ? 'c' : ''}${found.writable ? 'w' : ''}`
    return typeof found.value === 'function' ? `${key} ${flags} ${found.value.name}/${found.value.length}` : `${key} ${flags} ${found.get?.name} ${found.set?.name}`
}

export function processEvent(event) {
    for (const name of Object.keys(all)) {
        check(name, () => keys(all[name]))
        check(`${name}.prototype`, () => keys(all[name].prototype))
    }
    for (const name of Object.keys(others)) check(name, () => keys(others[name]))
    for (const one of [Object.prototype, String.prototype, Number, Number.prototype, Math, Map.prototype, Set.prototype, Reflect, Function.prototype]) {
        check('attributes', () => Object.getOwnPropertyNames(one).map((key) => attributes(one, key)))
    }
    check('missing', () => MISSING.slice(0, 2).map((key) => [key in Error, key in RegExp]))
    const text = event.properties.text ?? 'a<b'
    check('html', () => [
        text.anchor('"q"'), text.big(), text.blink(), text.bold(), text.fixed(), text.fontcolor(null), text.fontsize(7), text.italics(), text.link(), text.small(),
        text.strike(), text.sub(), text.sup(), 'x'.link('y"'), String.prototype.bold.call(5),
    ])
    check('html of null', () => String.prototype.big.call(null))
    const o = { a: 1 }
    check('define', () => [o.__defineGetter__('x', () => 5), o.__defineSetter__('x', function (v) { this.y = v }), (o.x = 3), o, Object.keys(o)])
    check('look up', () => [o.__lookupGetter__('x')(), typeof o.__lookupSetter__('x'), Object.create(o).__lookupGetter__('x')(), o.__lookupGetter__('a'), o.__lookupSetter__('zz')])
    check('frozen', () => Object.freeze({}).__defineGetter__('x', () => 5))
    check('sealed', () => Object.seal({ x: 1 }).__defineSetter__('x', () => 5))
    check('no function', () => event.__defineGetter__('x', event.properties.none))
    check('primitive', () => [(5).__defineGetter__('x', () => 1), (5).x])
    return event
}
