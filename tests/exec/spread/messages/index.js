// What V8 says of spreads: with one that is not the last argument it goes through Reflect.apply, and it blames the callee for an iterator without `next`.
import { check } from './show'

class P {
    constructor() {}
}
class D extends P {
    constructor(v) {
        super(...v)
    }
}
class D1 extends P {
    constructor(v) {
        super(...v, 1)
    }
}

export function processEvent(event) {
    const n = event.properties.missing ?? null
    const a = [1]
    const f = () => null
    const g = (x) => x
    const C = function () {}
    const z = { [Symbol.iterator]: () => ({}) }
    const o = { n, m: f, z, v: 1.5, text: 'text', list: [1, [2]], big: 5n, symbol: Symbol('s'), map: new Map(), error: new Error('e') }
    check('n(...a, 1)', () => { n(...a, 1) })
    check('n(...a)', () => { n(...a) })
    check('n(...a, ...a)', () => { n(...a, ...a) })
    check('n(1, ...a)', () => { n(1, ...a) })
    check('n(1, ...a, 2)', () => { n(1, ...a, 2) })
    check('o.n(...a, 1)', () => { o.n(...a, 1) })
    check('o?.n(...a, 1)', () => { o?.n(...a, 1) })
    check('o?.zz(...a, 1)', () => { o?.zz(...a, 1) })
    check(`o['n'](...a, 1)`, () => { o['n'](...a, 1) })
    check('new o.n(...a, 1)', () => { new o.n(...a, 1) })
    check('new n(...a)', () => { new n(...a) })
    check('new (o.v)(...a, 1)', () => { new (o.v)(...a, 1) })
    check('o.v(...a, 1)', () => { o.v(...a, 1) })
    check('o.text(...a, 1)', () => { o.text(...a, 1) })
    check('o.list(...a, 1)', () => { o.list(...a, 1) })
    check('o.big(...a, 1)', () => { o.big(...a, 1) })
    check('o.symbol(...a, 1)', () => { o.symbol(...a, 1) })
    check('o.map(...a, 1)', () => { o.map(...a, 1) })
    check('o.error(...a, 1)', () => { o.error(...a, 1) })
    check('o.n?.(...a, 1)', () => { o.n?.(...a, 1) })
    check('f(...n, 1)', () => { f(...n, 1) })
    check('f(...1, 2)', () => { f(...1, 2) })
    check('f(...new C(), 2)', () => { f(...new C(), 2) })
    check('f(...f(...a, 1), 2)', () => { f(...f(...a, 1), 2) })
    check('f(...f(...a, 1))', () => { f(...f(...a, 1)) })
    check('for (const x of n(...a, 1)) ;', () => { for (const x of n(...a, 1)) ; })
    check('for (const x of f(...a, 1)) ;', () => { for (const x of f(...a, 1)) ; })
    check('[...f(...a, 1)]', () => { [...f(...a, 1)] })
    check('[...n(...a, 1)]', () => { [...n(...a, 1)] })
    check('const [q] = n(...a, 1)', () => { const [q] = n(...a, 1) })
    check('const [q] = f(...a, 1)', () => { const [q] = f(...a, 1) })
    check('const { q } = f(...a, 1)', () => { const { q } = f(...a, 1) })
    check('f(...a, 1)()', () => { f(...a, 1)() })
    check('f(...z)', () => { f(...z) })
    check('f(...z, 1)', () => { f(...z, 1) })
    check('f(...a, ...z)', () => { f(...a, ...z) })
    check('o.m(...z)', () => { o.m(...z) })
    check('o?.m(...z)', () => { o?.m(...z) })
    check('new C(...z)', () => { new C(...z) })
    check('new C(...z, 1)', () => { new C(...z, 1) })
    check('[...z]', () => { [...z] })
    check('[1, ...z]', () => { [1, ...z] })
    check('[...o.z]', () => { [...o.z] })
    check('[...g(z)]', () => { [...g(z)] })
    check('[...({ [Symbol.iterator]() { return {} } })]', () => { [...({ [Symbol.iterator]() { return {} } })] })
    check('for (const x of z) ;', () => { for (const x of z) ; })
    check('const [q] = z', () => { const [q] = z })
    check('new Map(z)', () => { new Map(z) })
    check('new D(z)', () => { new D(z) })
    check('new D(5)', () => { new D(5) })
    check('new D(null)', () => { new D(null) })
    check('new D1(z)', () => { new D1(z) })
    check('const [[q] = new C()] = []', () => { const [[q] = new C()] = [] })
    check('const [[q] = f()] = []', () => { const [[q] = f()] = [] })
    check('const [[q] = f``] = []', () => { const [[q] = f``] = [] })
    check('const [[q] = -o.v] = []', () => { const [[q] = -o.v] = [] })
    check('const [[q] = o.v - 1] = []', () => { const [[q] = o.v - 1] = [] })
    check('const [[q] = o.v === 1] = []', () => { const [[q] = o.v === 1] = [] })
    check('const [[q] = 1 + 1] = []', () => { const [[q] = 1 + 1] = [] })
    check('const [[q] = !o] = []', () => { const [[q] = !o] = [] })
    check('const [[q] = o.v++] = []', () => { const [[q] = o.v++] = [] })
    check('(([[q] = new C()]) => q)([])', () => { (([[q] = new C()]) => q)([]) })
    check('for (const { x: [q] = new C() } of [{}]) ;', () => { for (const { x: [q] = new C() } of [{}]) ; })
    return event
}
