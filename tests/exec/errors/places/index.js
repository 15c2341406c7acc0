// The places that V8 names in `stack`, for each kind of operation. Under Node only this text itself has them: what the plugin server's
// Babel makes of it has other columns.
const cases = {
  member: (u) => u.a,
  member2: (u) => { const q = { x: u }; return q.x.y.z },
  computed: (u, k) => u[k],
  call: (u) => u.foo(),
  callMissing: (u, k, o) => o.foo(),
  callMissing2: (u, k, o) => o.a.foo(1, 2),
  callComputed: (u, k, o) => o[k](),
  callPlain: (u) => u(),
  callPlainArg: (u, k, o) => Math.max(1, u(2)),
  callReturned: (u, k, o) => o.f()(),
  newMissing: (u) => new u(),
  newMember: (u, k, o) => new o.foo.bar(),
  newError: () => { throw new Error('x') },
  errorCall: () => { throw Error('x') },
  assign: (u) => { u.a = 1 },
  assign2: (u, k, o) => { o.b.c.d = 1 },
  assignComputed: (u, k) => { u[k] = 1 },
  compound: (u) => { u.a += 1 },
  incr: (u) => { u.a++ },
  del: (u) => delete u.a,
  spreadCall: (u) => Math.max(...u),
  spreadArr: (u) => [1, ...u],
  forOf: (u) => { for (const x of u) { } },
  destr: (u) => { const { a } = u },
  destrNested: (u) => { const { a: { b } } = { a: u } },
  destrArr: (u) => { const [a] = u },
  inOp: (u) => 'a' in u,
  inst: (u) => 1 instanceof u,
  constAssign: () => { const c = 1; c = 2 },
  ref: () => undefinedName,
  refCall: () => undefinedName(1),
  json: (u) => JSON.parse('{'),
  repeat: () => 'a'.repeat(-1),
  toFixed: () => (1).toFixed(200),
  arrLen: () => new Array(-1),
  map: (u) => [1].map(u),
  mapIn: (u) => [1].map((x) => u.b),
  symbolAdd: (u) => 1 + Object.create(null),
  template: (u) => `${Object.create(null)}`,
  plusObj: () => Object.create(null) * 2,
  jsonStringify: () => { const o = {}; o.o = o; return JSON.stringify(o) },
  reduce: () => [].reduce((a, b) => a),
  args: (u) => parseInt(u.a),
  nestedArg: (u, k, o) => o.f(u.a),
  binary: (u, k, o) => 1 + u.a,
  cond: (u) => u.a ? 1 : 2,
  ret: (u) => { if (true) { return u.a.b } },
  getterObj: (u) => ({ a: u.x }),
  multi: (u) => u
    .foo
    .bar,
  callmulti: (u, k, o) => o
    .f()
    .bar
    .baz(),
}
const o = { a: {}, f() { return undefined } }
class K { m() { return this.q.r } static s() { return K.q.r } constructor(x) { if (x) this.a.b.c } get g() { return this.q.r } }
const obj = { m() { return this.q.r }, get g() { return obj.q.r } }
class E1 extends Error { constructor(m) { super(m); this.name = 'E1' } }
class E2 extends TypeError {}
function decl() { return obj.q.r }
function thrower() { throw new E1('own') }
function thrower2() { throw new E2('own') }
const fe = function named() { return obj.q.r }
Object.assign(cases, { km: () => new K().m(), ks: () => K.s(), kn: () => new K(1), kg: () => new K().g, om: () => obj.m(), og: () => obj.g, d: () => decl(), fe: () => fe(), anon: () => (function () { return obj.q.r })(), cb: () => [1].map((x) => obj.q.r), cbn: () => [1].map(decl), inner: () => { function inner() { return obj.q.r } return inner() }, e1: () => thrower(), e2: () => thrower2(), rethrow: () => { try { decl() } catch (e) { throw e } }, late: () => { const e = new Error('late'); throw e }, agg: () => { throw new AggregateError([1], 'many') }, cause: () => { throw new TypeError('t', { cause: 1 }) } })
function processEvent(event) {
    for (const [name, f] of Object.entries(cases)) {
        try { f(event.properties.missing, 'key', o); console.log(name + ' does not throw') } catch (e) { console.log(name + ': ' + e.stack.split('\n')[0] + ' ' + e.stack.split('\n').slice(1).find((l) => !l.includes('anonymous'))) }
    }
    return event
}
module.exports = { processEvent }
