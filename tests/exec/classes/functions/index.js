import { check } from './show'

// Old-style classes, as in lodash.get.
function Hash(entries) {
    let index = -1
    const length = entries ? entries.length : 0
    this.clear()
    while (++index < length) {
        const entry = entries[index]
        this.set(entry[0], entry[1])
    }
}
function hashClear() { this.__data__ = Object.create ? Object.create(null) : {} }
function hashDelete(key) { return this.has(key) && delete this.__data__[key] }
function hashGet(key) {
    const data = this.__data__
    return Object.prototype.hasOwnProperty.call(data, key) ? data[key] : undefined
}
Hash.prototype.clear = hashClear
Hash.prototype['delete'] = hashDelete
Hash.prototype.get = hashGet
Hash.prototype.has = function (key) { return this.__data__[key] !== undefined }
Hash.prototype.set = function (key, value) { this.__data__[key] = value; return this }

function assert(condition) { return condition ? 'ok' : 'bad' }
assert.sameValue = function (a, b) { return Object.is(a, b) }
assert.calls = 0
assert._count = function () { return ++this.calls }

function Test262Error(message) { this.message = message || '' }
Test262Error.prototype.toString = function () { return 'Test262Error: ' + this.message }

function Animal(name) { if (!(this instanceof Animal)) return new Animal(name); this.name = name }
Animal.prototype.speak = function () { return this.name + ' speaks' }
function Dog(name) { Animal.call(this, name) }
Dog.prototype = Object.create(Animal.prototype)
Dog.prototype.constructor = Dog
Dog.prototype.speak = function () { return Animal.prototype.speak.call(this) + ' woof' }

function sloppyThis() { return this === globalThis }
function strictThis() { 'use strict'; return this }
function typeOfThis() { return typeof this }
function strictTypeOfThis() { 'use strict'; return typeof this }
function mapped(a, b) { a = 10; arguments[1] = 20; return [a, b, arguments[0], arguments[1], arguments.length] }
function strictArgs(a, b) { 'use strict'; a = 10; arguments[1] = 20; return [a, b, arguments[0], arguments[1], arguments.length] }
function defaults(a, b = 2) { a = 10; return [arguments[0], arguments.length, b] }
function variadic() { let sum = 0; for (let i = 0; i < arguments.length; i++) sum += arguments[i]; return sum }
function spreadArgs() { return Math.max(...arguments) }
function forward() { return variadic.apply(this, arguments) }
function sliced() { return [].slice.call(arguments, 1) }
function inArrow() { return [1, 2].map(() => arguments.length) }
function callee() { return arguments.callee === callee }
function escape(a) { change(arguments); return a }
function change(args) { args[0] = 'changed' }
function argsObject() { return arguments }
function deleted(a) { delete arguments[0]; arguments[0] = 5; return [a, arguments[0]] }
function frozen(a) { Object.freeze(arguments); a = 9; return [a, arguments[0]] }
function redefined(a) { Object.defineProperty(arguments, '0', { writable: false }); a = 9; return [a, arguments[0]] }
function redefinedValue(a) { Object.defineProperty(arguments, '0', { value: 7 }); const b = a; a = 9; return [a, b, arguments[0]] }
function closesOver(a) { const f = () => ++a; f(); return [a, arguments[0]] }
function Returns(o) { this.own = 1; return o }
function Target() { return new.target === undefined ? 'call' : (this.t = new.target.name, undefined) }

export function processEvent(event) {
    const p = event.properties
    check('hash', () => { const h = new Hash([['a', 1], ['b', 2]]); h.set('c', 3).delete('a'); return [h.get('b'), h.get('a'), h.has('c'), h instanceof Hash, Object.keys(h)] })
    check('hash proto', () => [Object.keys(Hash.prototype), Hash.prototype.constructor === Hash, Object.getOwnPropertyNames(Hash), 'set' in new Hash()])
    check('statics', () => [assert(true), assert.sameValue(NaN, NaN), assert._count(), assert._count(), assert.calls, Object.keys(assert)])
    check('t262', () => { const e = new Test262Error('boom'); return [String(e), e.message, e instanceof Test262Error, e.constructor === Test262Error, e.constructor.name] })
    check('t262 thrown', () => { throw new Test262Error('x') })
    check('inherit', () => { const d = new Dog('rex'); return [d.speak(), d instanceof Dog, d instanceof Animal, d.constructor.name, Object.keys(d), Animal('x').name] })
    check('isPrototypeOf', () => [Animal.prototype.isPrototypeOf(new Dog('a')), Dog.prototype.isPrototypeOf(new Animal('a')), Object.prototype.isPrototypeOf(Dog)])
    check('this', () => [sloppyThis(), strictThis(), strictThis.call(5), strictThis.call(null), typeOfThis.call(5), typeOfThis.call('s'), strictTypeOfThis.call(5), typeOfThis.call(undefined)])
    check('mapped', () => [mapped(1, 2), mapped(1), mapped(1, 2, 3)])
    check('strict args', () => [strictArgs(1, 2), strictArgs(1)])
    check('defaults', () => [defaults(1), defaults(1, 5, 6)])
    check('variadic', () => [variadic(), variadic(1, 2, 3), forward(1, 2), spreadArgs(3, 9, 2), sliced(1, 2, 3), inArrow(1, 2, 3), callee()])
    check('escape', () => [escape('a'), escape()])
    check('object', () => { const a = argsObject(1, 'b'); return [Object.prototype.toString.call(a), Object.keys(a), Object.getOwnPropertyNames(a), JSON.stringify(a), Array.isArray(a), a instanceof Object, Array.from(a), [...a], a.length] })
    check('deleted', () => [deleted(1), frozen(1), redefined(1), redefinedValue(1), closesOver(1)])
    check('descriptor', () => Object.getOwnPropertyDescriptors(argsObject(1)).length)
    check('returns', () => [new Returns({ other: 1 }), new Returns(5), new Returns(null)])
    check('target', () => [Target(), new Target()])
    check('names', () => {
        const o = { m() {}, f: function () {}, a: () => 1, get g() { return 1 }, ['c' + 1]() {} }
        return [o.m.name, o.f.name, o.a.name, Object.getOwnPropertyDescriptor(o, 'g').get.name, o.c1.name, (() => 1).name, (function () {}).name, Hash.name, Hash.length]
    })
    check('bind', () => {
        const b = variadic.bind(null, 1, 2)
        const bound = Dog.bind(null, 'bob')
        return [b(3), b.name, b.length, new bound().name, new bound() instanceof Dog, 'prototype' in bound, hashGet.bind({ __data__: { k: 3 } })('k')]
    })
    check('call apply', () => [Math.max.apply(null, [1, 5, 2]), Array.prototype.map.call('abc', (c) => c + c), Array.prototype.join.call({ length: 2, 0: 'x', 1: 'y' }, '-'), Object.prototype.toString.call(null), Object.prototype.hasOwnProperty.call(p, 'three')])
    check('proto', () => {
        const base = { hi() { return 'hi ' + this.n } }
        const o = { __proto__: base, n: 1 }
        const q = {}
        q.__proto__ = base
        return [o.hi(), Object.getPrototypeOf(o) === base, q.hi === o.hi, o.__proto__ === base, Object.keys(o)]
    })
    check('accessors', () => {
        const log = []
        const o = { _v: 1, get v() { log.push('get'); return this._v }, set v(x) { log.push('set ' + x); this._v = x }, get ro() { return 'ro' } }
        o.v = 5
        o.v += 2
        o.v++
        o.ro = 7
        const child = Object.create(o)
        child.v = 100
        return [o.v, child._v, Object.keys(child), o.ro, log, JSON.stringify(o), { ...o }]
    })
    check('accessor computed', () => { const o = { get ['x' + 1]() { return 1 }, set ['x' + 1](v) { this.y = v } }; o.x1 = 5; return [o.x1, o.y, Object.getOwnPropertyDescriptor(o, 'x1').get.name, Object.getOwnPropertyDescriptor(o, 'x1').set.name] })
    check('accessor replaced', () => { const o = { get a() { return 1 }, a: 2, get a() { return 3 } }; return [o.a, Object.getOwnPropertyDescriptor(o, 'a').set] })
    check('getter throws', () => { const o = { get a() { throw new RangeError('no') } }; return o.a })
    check('strict fn', () => { 'use strict'; Object.freeze(p).zzz = 1 })
    check('strict delete', () => { 'use strict'; delete Object.freeze({ a: 1 }).a })
    check('strict undeclared', () => { 'use strict'; undeclaredName = 1 })
    check('strict getter', () => { 'use strict'; ({ get a() { return 1 } }).a = 2 })
    check('strict prim', () => { 'use strict'; (p.three ? 5 : 6).x = 1 })
    check('strict str', () => { 'use strict'; 'abc'.length = 1 })
    check('strict str index', () => { 'use strict'; 'abc'[0] = 'x' })
    check('strict frozen array', () => { 'use strict'; Object.freeze([1])[0] = 2 })
    check('strict self', () => { 'use strict'; const f = function g() { g = 1 }; f() })
    check('sloppy self', () => { const f = function g() { g = 1; return typeof g }; return f() })
    check('new not ctor', () => { const o = { m() {} }; new o.m() })
    check('new arrow', () => { const f = () => 1; new f() })
    check('function props', () => { function f(a, b) {} f.x = 1; f.prototype.y = 2; const i = new f(); return [Object.getOwnPropertyNames(f), i.y, f.length, Object.keys(f), delete f.length, f.length, Object.getOwnPropertyNames(f)] })
    check('function name ro', () => { function f() {} f.name = 'g'; return [f.name, Object.getOwnPropertyDescriptor(f, 'name'), Object.getOwnPropertyDescriptor(f, 'prototype'), Object.getOwnPropertyDescriptor(f, 'arguments')] })
    check('prototype replaced', () => { function f() {} const a = new f(); f.prototype = { z: 1 }; const b = new f(); f.prototype = 5; const c = new f(); return [a.z, b.z, c.z, Object.getPrototypeOf(c) === Object.prototype, b instanceof Object] })
    check('instanceof bad', () => { function f() {} f.prototype = 5; return ({}) instanceof f })
    check('globals', () => [typeof globalThis.Math, globalThis.parseInt('7'), globalThis.undefinedThing, 'JSON' in globalThis, globalThis.hasOwnProperty('Array'), Object.getOwnPropertyDescriptor(globalThis, 'NaN')])
    check('global own', () => { implicit = 5; globalThis.other = 6; const r = [globalThis.implicit, other, delete globalThis.other, typeof other]; return r })
    check('global accessor', () => { Object.defineProperty(globalThis, 'viaGetter', { get() { return 'got' }, configurable: true }); return viaGetter })
    check('reflect', () => {
        class A { constructor(x) { this.x = x; this.t = new.target.name } }
        class B {}
        const o = Reflect.construct(A, [1], B)
        return [o.x, o.t, o instanceof B, o instanceof A, Reflect.ownKeys(o), Reflect.has(o, 'x'), Reflect.apply(function () { return this.v }, { v: 3 }, [])]
    })
    check('reflect set', () => {
        const receiver = {}
        const target = { set a(v) { this.seen = v }, b: 1 }
        return [Reflect.set(target, 'a', 5, receiver), Reflect.set(target, 'b', 6, receiver), receiver, target.b, Reflect.get({ get g() { return this.k } }, 'g', { k: 9 })]
    })
    check('restricted', () => (function () { 'use strict'; return (() => 1).caller })())
    check('restricted 2', () => { class A { m() {} } return new A().m.arguments })
    check('function prototype', () => [typeof Function.prototype, Function.prototype(), Function.prototype.name, Function.prototype.length, Object.prototype.toString.call(Function.prototype)])
    check('annex b', () => { if (p.three) { function inner() { return 'inner' } } return inner() })
    check('var param', () => { function f(a) { var a; return a } function g(a) { var a = 2; return [a, arguments[0]] } return [f(1), g(1)] })
    return event
}
