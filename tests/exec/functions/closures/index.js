import { check } from './show'

function counter(start = 0) {
    let count = start
    return {
        increment: () => ++count,
        decrement: () => --count,
        get: () => count,
        reset() {
            count = start
            return count
        },
    }
}

const makeAdder = (n) => (m) => n + m
const memo = {}
let shared = 0
const increase = () => (shared += 1)
const read = () => shared

export function processEvent(event) {
    const a = counter()
    const b = counter(10)
    a.increment()
    a.increment()
    b.decrement()
    check('two counters', () => [a.get(), b.get(), a.reset(), a.get()])
    check('makeAdder', () => [makeAdder(2)(3), makeAdder('a')('b')])
    check('module state', () => [increase(), increase(), read(), shared])

    const byLet = []
    for (let i = 0; i < 3; i++) byLet.push(() => i)
    check('let in a loop', () => byLet.map((f) => f()))
    const byVar = []
    for (var j = 0; j < 3; j++) byVar.push(() => j)
    check('var in a loop', () => byVar.map((f) => f()))
    const changed = []
    for (let i = 0; i < 6; i++) {
        changed.push(() => i)
        i++
    }
    check('changed in the body', () => changed.map((f) => f()))
    const inHead = []
    for (let i = 0, get = () => i; i < 3; i++) inHead.push(get)
    check('captured in the head', () => inHead.map((f) => f()))
    const inTest = []
    for (let i = 0; inTest.push(() => i), i < 2; i++);
    check('captured in the test', () => inTest.map((f) => f()))
    const byOf = []
    for (const x of ['a', 'b']) byOf.push(() => x)
    check('for-of', () => byOf.map((f) => f()))
    const byIn = []
    for (const key in { p: 1, q: 2 }) byIn.push(() => key)
    check('for-in', () => byIn.map((f) => f()))
    const byWhile = []
    let n = 0
    while (n < 3) {
        const copy = n
        byWhile.push(() => [copy, n])
        n++
    }
    check('while', () => byWhile.map((f) => f()))
    const setters = []
    for (let i = 0; i < 2; i++) setters.push([(v) => (i = v), () => i])
    setters[0][0]('set')
    check('each iteration has its own', () => setters.map(([, get]) => get()))

    let late = 'before'
    const seesLate = () => late
    late = 'after'
    check('a later assignment', () => seesLate())
    let assignedInside
    ;[1, 2, 3].forEach((x) => {
        assignedInside = x
    })
    check('assigned inside a closure', () => assignedInside)
    const compose = (...functions) => (x) => functions.reduce((value, f) => f(value), x)
    check('compose', () => compose((x) => x + 1, (x) => x * 2, String)(5))
    const cached = (key, make) => (key in memo ? memo[key] : (memo[key] = make()))
    check('memo', () => [cached('k', () => 'made'), cached('k', () => 'never')])
    const self = (n) => (n <= 0 ? 'done' : self(n - 1))
    check('recursion through a const', () => self(5))
    const outer = () => {
        let x = 1
        const middle = () => {
            const inner = () => x++
            inner()
            return inner
        }
        const f = middle()
        f()
        return x
    }
    check('three levels', () => outer())
    check('a parameter captured and changed', () => ((p) => {
        const get = () => p
        p = 'changed'
        return get()
    })('given'))
    event.properties.count = (event.properties.count ?? 0) + shared
    return event
}
