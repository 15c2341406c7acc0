import { check } from './show'

class Point {
    #secret = 42
    x = 1
    static count = 0
    static #made = 0
    static origin = new Point(0, 0)
    static {
        this.fromBlock = 'block:' + this.count
        Point.#made += 10
    }
    constructor(x, y = 2) {
        this.x = x
        this.y = y
        Point.count++
        Point.#made++
    }
    norm() { return Math.hypot(this.x, this.y) }
    get sum() { return this.x + this.y }
    set sum(value) { this.x = value - this.y }
    static make(...args) { return new this(...args) }
    static get made() { return Point.#made }
    ['computed' + 1]() { return 'c1' }
    #hidden(a) { return a + this.#secret }
    callHidden(a) { return this.#hidden(a) }
    get #acc() { return this.#secret }
    set #acc(v) { this.#secret = v }
    bump() { this.#acc += 1; this.#secret++; return this.#acc }
    static has(o) { return #secret in o }
    toString() { return `Point(${this.x}, ${this.y})` }
}

class Point3 extends Point {
    z = this.x * 100
    constructor(x, y, z) {
        super(x, y)
        this.z = this.z + z
    }
    norm() { return super.norm() + this.z }
    get sum() { return super.sum + this.z }
    set sum(value) { super.sum = value }
    static make(...args) { return super.make(...args) }
}
class Point4 extends Point3 {}
const Anonymous = class { m() { return 1 } }
const Named = class Inner { static self = Inner; who() { return Inner.name } }

class MyError extends Error {
    constructor(message, code) {
        super(message)
        this.name = 'MyError'
        this.code = code
    }
}
class PlainError extends TypeError {}
class List extends Array { last() { return this[this.length - 1] } }
class Dict extends Map { getOr(k, d) { return this.has(k) ? this.get(k) : d } }
class Bag extends Set { constructor(i) { super(i); this.extra = 1 } }

class LateSuper {
    constructor(v) { this.v = v }
}
class Late extends LateSuper {
    constructor(v) {
        if (v > 1) {
            super(v)
        } else {
            const f = () => super(v * 10)
            f()
        }
        this.after = true
    }
}
class NoSuper extends LateSuper { constructor() { } }
class UseBefore extends LateSuper { constructor() { this.x = 1; super() } }
class ReturnsObject extends LateSuper { constructor(o) { super(1); return o } }
class Base { constructor(o) { return o } }
class Stamp extends Base { #v = 1; static read(o) { return o.#v } }
class Counter { #n = 0; inc = () => ++this.#n; get n() { return this.#n } }

export function processEvent(event) {
    const p = event.properties
    const a = new Point(p.three, p.four)
    const b = Point3.make(3, 4, 5)
    check('norm', () => [a.norm(), b.norm(), a.sum, b.sum])
    check('setter', () => { a.sum = 10; b.sum = 20; return [a.x, b.x, a.sum, b.sum] })
    check('text', () => [String(a), `${b}`, a + ''])
    check('keys', () => [Object.keys(a), Object.keys(b), Object.getOwnPropertyNames(Point), Object.getOwnPropertyNames(Point.prototype)])
    check('static', () => [Point.count, Point.fromBlock, Point.made, Point3.count, Point.origin.y, Object.keys(Point)])
    check('hidden', () => [a.callHidden(1), a.bump(), a.bump(), a.callHidden(1), b.callHidden(2)])
    check('has', () => [Point.has(a), Point.has(b), Point.has({}), Point.has(p)])
    check('in prim', () => Point.has(5))
    check('names', () => [Point.name, Point.length, Point3.length, Point4.length, Anonymous.name, Named.name, new Named().who(), Named.self === Named])
    check('computed', () => a.computed1())
    check('method names', () => [Point.prototype.norm.name, Object.getOwnPropertyDescriptor(Point.prototype, 'sum').get.name, Object.getOwnPropertyDescriptor(Point.prototype, 'sum').set.name, Point.prototype.computed1.name])
    check('instanceof', () => [a instanceof Point, b instanceof Point, b instanceof Point3, a instanceof Point3, new Point4(1) instanceof Object, b.constructor === Point3, Object.getPrototypeOf(Point3) === Point])
    check('p4', () => new Point4(1, 2, 3))
    check('call', () => Point(1))
    check('call2', () => [1].map(Point))
    check('error', () => { const e = new MyError('m', 7); return [String(e), e.name, e.message, e.code, e instanceof MyError, e instanceof Error, e.constructor.name, Object.keys(e), e.stack.split('\n')[0]] })
    check('plain error', () => { const e = new PlainError('m'); return [String(e), e.name, e instanceof PlainError, e instanceof TypeError, e instanceof Error, e.constructor.name, Object.prototype.toString.call(e)] })
    check('thrown', () => { throw new MyError('thrown', 1) })
    check('list', () => { const l = new List(1, 2, 3); l.push(9); return [l.last(), l.length, Array.isArray(l), l instanceof List, JSON.stringify(l), [...l], l.map((x) => x * 2) instanceof List, l.filter(Boolean).constructor.name, l.slice(1).last(), l.concat([7]).last(), List.from([1, 2]) instanceof List, List.of(1).constructor.name] })
    check('dict', () => { const d = new Dict([['a', 1]]); return [d.getOr('a', 0), d.getOr('b', 0), d.size, d instanceof Map, d] })
    check('bag', () => { const d = new Bag([1, 1, 2]); return [d.size, d.extra, d.has(2), d instanceof Bag, d instanceof Set] })
    check('late', () => [new Late(2), new Late(1)])
    check('no super', () => new NoSuper())
    check('use before', () => new UseBefore())
    check('returns', () => [new ReturnsObject({ q: 1 }), new ReturnsObject(undefined)])
    check('returns 5', () => new ReturnsObject(5))
    check('stamp', () => { const o = {}; new Stamp(o); return [Stamp.read(o), Object.keys(o), JSON.stringify(o)] })
    check('stamp twice', () => { const o = {}; new Stamp(o); new Stamp(o) })
    check('stamp none', () => Stamp.read({}))
    check('counter', () => { const c = new Counter(); const { inc } = c; inc(); inc(); return [c.n, Object.keys(c)] })
    check('frozen', () => { const f = Object.freeze(new Counter()); f.inc(); return f.n })
    check('local', () => {
        class Local { constructor() { this.p = p.three } static s = p.four; m() { return new Local().p + Local.s } }
        return [new Local().m(), Local.s]
    })
    check('tdz', () => { const f = () => new Q(); f(); class Q {} })
    check('tdz2', () => { class Q extends Q {} })
    check('const', () => { class Q { static m() { Q = 1 } } Q.m() })
    check('extends bad', () => { class Q extends p.three {} })
    check('extends undefined', () => { class Q extends p.nothing {} })
    check('extends object', () => { class Q extends p {} })
    check('extends null', () => { class Q extends null {} return [Object.getPrototypeOf(Q.prototype), Q.name] })
    check('new null', () => { class Q extends null {} new Q() })
    check('expr', () => { const o = { K: class { static t = 5; v = 1 } }; return [o.K.name, o.K.t, new o.K()] })
    check('fields', () => {
        const k = () => 'dyn'
        class F { ['a' + 1] = 1; [k()] = () => 2; 'quoted key' = 3; 5 = 4; fn = function () {}; arrow = () => this; cls = class {} }
        const f = new F()
        return [f, f.dyn.name, f.fn.name, f.arrow() === f, f.cls.name]
    })
    check('accessor static', () => { class S { static get v() { return this.name } static set v(x) { this.w = x } } S.v = 3; return [S.v, S.w] })
    check('new.target', () => { class A { constructor() { this.t = new.target.name } } class B extends A {} return [new A().t, new B().t] })
    check('abstract', () => { class A { constructor() { if (new.target === A) throw new TypeError('abstract') } } class B extends A {} new B(); new A() })
    check('super object', () => {
        const base = { hi() { return 'base ' + this.n }, get v() { return this.n } }
        const o = { __proto__: base, n: 1, hi() { return 'o ' + super.hi() + super.v } }
        return o.hi()
    })
    check('super missing', () => { class A { m() { return super.nope() } } new A().m() })
    check('private missing', () => { class A { #m() {} static t(o) { o.#m() } } A.t({}) })
    check('private missing 2', () => { class A { #f; static t(o) { o.#f = 1 } } A.t({}) })
    check('private ro', () => { class A { #m() {} t() { this.#m = 1 } } new A().t() })
    check('private no setter', () => { class A { get #m() { return 1 } t() { this.#m = 1 } } new A().t() })
    check('private no getter', () => { class A { set #m(x) {} t() { return this.#m } } new A().t() })
    check('private static', () => { class A { static #m() { return 'sm' } static t(o) { return o.#m() } } class B extends A {} return [A.t(A), B.t(B)] })
    check('private optional', () => { class A { #f = { g: 1 }; static t(o) { return o?.#f?.g } } return [A.t(null), A.t(new A())] })
    check('private not function', () => { class A { #f = 1; t() { this.#f() } } new A().t() })
    return event
}
