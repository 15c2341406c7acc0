import { check } from './show'

class Range {
    constructor(a, b) { this.a = a; this.b = b }
    *[Symbol.iterator]() { for (let i = this.a; i < this.b; i++) yield i }
    get [Symbol.toStringTag]() { return 'Range' }
    *pairs() { for (const x of this) yield [x, this.a] }
    static *make(n) { for (let i = 0; i < n; i++) yield new this(0, i) }
    [Symbol.toPrimitive](hint) { return hint === 'number' ? this.b - this.a : 'range' }
    static [Symbol.hasInstance](v) { return v === 7 }
}
const key = Symbol('secret')
class Keyed {
    [key] = 1
    static [key] = 's'
    get [Symbol('g')]() { return 1 }
}

export default {
    processEvent(event) {
        const r = new Range(1, 4)
        check('iterate', () => [[...r], [...r.pairs()], [...Range.make(2)].length, Math.max(...r)])
        check('tag', () => [String(Object.prototype.toString.call(r)), +r, `${r}`, 7 instanceof Range, r instanceof Range])
        check('names', () => [Object.getOwnPropertyDescriptor(Range.prototype, Symbol.iterator).value.name, Object.getOwnPropertyDescriptor(Range.prototype, Symbol.toStringTag).get.name, Range.make.name])
        check('keyed', () => { const k = new Keyed(); return [k[key], Keyed[key], Object.keys(k), Object.getOwnPropertySymbols(k).length, Reflect.ownKeys(k).length, Reflect.ownKeys(Keyed)[3] === key] })
        check('arguments iterator', () => (function () { return [typeof arguments[Symbol.iterator], arguments[Symbol.iterator] === [][Symbol.iterator], Symbol.iterator in arguments, [...arguments]] })(1, 2))
        check('private in generator', () => { class P { #v = [1, 2]; *all() { for (const x of this.#v) yield x * 2 } } return [...new P().all()] })
        check('super in generator', () => { class A { *g() { yield 1 } } class B extends A { *g() { yield 0; yield* super.g() } } return [...new B().g()] })
        check('this in callbacks', () => { class C { n = 2; run(a) { return a.map((x) => x * this.n).filter(function (x) { return x > this }, 3) } } return new C().run([1, 2, 3]) })
        check('new generator', () => { function* g() {} return new g() })
        check('spread class', () => { class D { constructor(...a) { this.a = a } } return new D(...[1, 2], 3) })
        return event
    },
}
