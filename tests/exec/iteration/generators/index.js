import { check } from './show'

function* count(from, to = from + 3) {
    for (let at = from; at < to; at++) yield at
    return 'done'
}

function* naturals() {
    let next = 0
    while (true) {
        const reset = yield next++
        if (reset !== undefined) next = reset
    }
}

function* walk(tree) {
    if (tree === null || tree === undefined) return
    yield* walk(tree.left)
    yield tree.value
    yield* walk(tree.right)
}

function* guarded(log) {
    try {
        log.push('start')
        const received = yield 1
        log.push(`received ${received}`)
        yield 2
    } catch (error) {
        log.push(`caught ${error}`)
        yield 'recovered'
    } finally {
        log.push('finally')
    }
    return 'end'
}

const take = function* (count, items) {
    if (count <= 0) return
    for (const item of items) {
        yield item
        if (--count <= 0) return
    }
}

const mapped = (items, change) => (function* () { for (const item of items) yield change(item) })()

const object = {
    name: 'object',
    *items() { yield this.name; yield* this.more() },
    *more() { yield 'more' },
    *[Symbol.iterator]() { yield 'x'; yield 'y' },
}

function* withDefaults({ a, b = (() => { throw new Error('default') })() }, ...rest) {
    yield a
    yield* rest
}

function* closures(values) {
    for (let i = 0; i < values.length; i++) {
        let seen = values[i]
        yield () => (seen += i)
    }
}

function* yields(value) {
    const list = [yield 'a', ...(yield 'b'), { x: yield 'c' }]
    const text = `${yield 'd'}-${yield 'e'}`
    const picked = (yield 'f') ? yield 'g' : yield 'h'
    const either = (yield 'i') || (yield 'j') || value
    const called = Math.max(yield 'k', yield 'l')
    let sum = 1
    sum += yield 'm'
    object.key = yield 'n'
    switch (yield 'o') {
        case yield 'p': sum += 100; break
        default: sum += 1000
    }
    do { sum++ } while (yield 'q')
    if (yield 'r') sum = -sum
    return { list, text, picked, either, called, sum, key: object.key }
}

function* finalizer(log, id) {
    try { yield `${id}1`; yield `${id}2`; yield `${id}3` } finally { log.push(`closed ${id}`) }
}

function* tries(log) {
    for (let round = 0; round < 4; round++) {
        try {
            if (round === 1) continue
            if (round === 3) return 'returned'
            yield round
        } finally {
            log.push(`finally ${round}`)
            if (round === 0) yield 'in finally'
        }
    }
}

function* delegating(log, inner) {
    try {
        const result = yield* inner
        log.push(`result ${result}`)
        yield result
    } catch (error) {
        log.push(`outer caught ${error}`)
    } finally {
        log.push('outer finally')
    }
}

function* overriding() { try { yield 1 } finally { return 'override' } }
function* rethrowing() { try { yield 1 } finally { throw new Error('from finally') } }
function* selfish() { self.next() }
let self

export function processEvent(event) {
    const { values, tree, nothing, text } = event.properties
    const steps = (iterator, ...sent) => sent.map((value) => { try { return iterator.next(value) } catch (error) { return String(error) } })

    check('spread', () => [[...count(1)], [...count(5, 5)], Math.max(...count(2)), Array.from(count(0), (x) => x * x)])
    check('for of', () => { const seen = []; for (const x of count(1, 4)) seen.push(x); return seen })
    check('next', () => { const it = count(1, 2); return [it.next(), it.next(), it.next(), it.next()] })
    check('infinite', () => { const it = naturals(); return [it.next().value, it.next().value, it.next(10).value, it.next().value] })
    check('infinite break', () => { const seen = []; for (const n of naturals()) { if (n > 4) break; seen.push(n) } return seen })
    check('take', () => [[...take(3, naturals())], [...take(9, values)], [...take(0, values)]])
    check('tree', () => [...walk(tree)])
    check('closures', () => { const made = [...closures(values)]; return [made.map((f) => f()), made.map((f) => f())] })
    check('mapped', () => [...mapped(count(1), (x) => x * 10)])
    check('object', () => [[...object.items()], [...object], Object.fromEntries(mapped(object, (x) => [x, 1]))])
    check('destructuring', () => { const [a, b, ...c] = count(1, 6); const [d = 7, e = 8] = count(1, 2); return [a, b, c, d, e] })
    check('collections', () => [[...new Set(count(1))], [...new Map(mapped(count(1), (x) => [x, -x]))]])

    check('guarded next', () => { const log = []; const it = guarded(log); return [steps(it, 0, 'a', 'b', 'c'), log] })
    check('guarded throw', () => { const log = []; const it = guarded(log); it.next(); return [it.throw(new Error('x')), it.next(), it.next(), log] })
    check('guarded return', () => { const log = []; const it = guarded(log); it.next(); return [it.return(5), it.next(), log] })
    check('return before start', () => { const log = []; const it = guarded(log); return [it.return(5), it.next(), log] })
    check('throw before start', () => { const log = []; const it = guarded(log); try { it.throw(text) } catch (error) { log.push(error) } return [it.next(), log] })
    check('throw at end', () => { const it = count(1, 1); it.next(); return it.throw(new RangeError('late')) })
    check('return at end', () => { const it = count(1, 1); it.next(); return [it.return(3), it.return()] })
    check('override', () => { const it = overriding(); it.next(); return [it.return(1), it.next()] })
    check('override throw', () => { const it = overriding(); it.next(); return it.throw(new Error('lost')) })
    check('rethrow', () => { const it = rethrowing(); it.next(); return it.return(1) })
    check('after rethrow', () => { const it = rethrowing(); it.next(); try { it.return(1) } catch (error) { return [String(error), it.next()] } })
    check('tries', () => { const log = []; return [[...tries(log)], log] })
    check('tries return', () => { const log = []; const it = tries(log); return [it.next(), it.return('r'), it.next(), it.next(), log] })

    check('break closes', () => { const log = []; for (const x of finalizer(log, 'a')) { log.push(x); break } return log })
    check('throw closes', () => { const log = []; try { for (const x of finalizer(log, 'a')) { log.push(x); throw new Error('body') } } catch (error) { log.push(String(error)) } return log })
    check('return closes', () => { const log = []; const run = () => { for (const x of finalizer(log, 'a')) { for (const y of finalizer(log, 'b')) return `${x}${y}` } }; return [run(), log] })
    check('nested continue', () => { const log = []; outer: for (const x of finalizer(log, 'a')) { for (const y of finalizer(log, 'b')) { log.push(x + y); continue outer } } return log })
    check('pattern closes', () => { const log = []; const [a] = finalizer(log, 'a'); return [a, log] })
    check('generator closes inner', () => { const log = []; const it = (function* () { for (const x of finalizer(log, 'in')) yield x })(); it.next(); return [it.return('r'), log] })
    check('generator throws inner', () => { const log = []; const it = (function* () { for (const x of finalizer(log, 'in')) yield x })(); it.next(); try { it.throw('t') } catch (error) { log.push(error) } return log })

    check('delegate result', () => { const log = []; const it = delegating(log, count(1, 2)); return [it.next(), it.next(), it.next(), log] })
    check('delegate throw', () => { const log = []; const it = delegating(log, guarded(log)); it.next(); return [it.throw('t'), it.next(), it.next(), log] })
    check('delegate return', () => { const log = []; const it = delegating(log, finalizer(log, 'a')); it.next(); return [it.return('r'), it.next(), log] })
    check('delegate array', () => { const log = []; const it = delegating(log, values); return [it.next(), it.throw(new Error('no throw')), log] })
    check('delegate string', () => [...delegating([], text)])
    check('delegate nothing', () => [...delegating([], nothing)])
    check('delegate raw', () => { const result = { done: false, value: 1, extra: 2 }; let n = 0; const it = delegating([], { [Symbol.iterator]: () => ({ next: () => n++ ? { done: true, value: 'v' } : result }) }); return [it.next() === result, it.next()] })
    check('delegate not iterable', () => [...(function* () { yield* values.length })()])
    check('delegate sent', () => { const it = (function* () { const a = yield* naturals(); return a })(); return steps(it, 0, undefined, 5, undefined) })

    check('arguments', () => { const it = withDefaults({ a: 1, b: 2 }, 3, 4); return [...it] })
    check('eager parameters', () => withDefaults({ a: 1 }))
    check('eager destructuring', () => withDefaults(nothing))
    check('yields everywhere', () => { const it = yields('v'); const sent = [undefined, 1, [2, 3], 4, 5, 6, true, 7, 0, 8, 9, 10, 11, 'n', 'same', 'same', true, false, true]; return sent.map((value) => it.next(value)) })
    check('running', () => { self = selfish(); return self.next() })
    check('running after', () => self.next())
    check('recursion', () => { const deep = (n) => (function* () { if (n > 0) yield* deep(n - 1); yield n })(); return [...deep(20)] })
    check('many', () => { let total = 0; for (const x of count(0, 3000)) total += x; return total })
    check('many generators', () => { let total = 0; for (let i = 0; i < 2000; i++) total += count(i).next().value; return total })
    check('stored', () => { const held = { it: naturals() }; held.it.next(); const list = [held.it]; return [list[0].next(), held.it === list[0], [...take(2, held.it)], held.it.next()] })
    check('iterator of itself', () => { const it = count(1); return [it[Symbol.iterator]() === it, it[Symbol.toStringTag], String(it), Object.prototype.toString.call(count), JSON.stringify(it), Object.keys(it)] })
    check('prototype', () => [Object.getPrototypeOf(count(1)) === count.prototype, count(1) instanceof count, typeof count.prototype, Object.getOwnPropertyNames(count), count.length, count.name, Object.getPrototypeOf(count.prototype) === Object.getPrototypeOf(naturals.prototype)])
    check('own prototype', () => { function* g() {} g.prototype = { hi: () => 'hi' }; const it = g(); return [it.hi(), typeof it.next] })
    check('no prototype', () => { function* g() { yield 5 } g.prototype = null; return [...g()] })
    check('new', () => new count(1))
    check('methods', () => { const next = count(1).next; return [next.length, next.name, next.call(count(7)), count(1).return.length, count(1).throw.name] })
    check('incompatible', () => count(1).next.call({}))
    check('incompatible 2', () => count(1).return.call(nothing))
    check('incompatible prototype', () => count.prototype.next())
    check('strings', () => [...mapped('añ\u{1f600}', (c) => c.length)])
    check('labels', () => { const g = function* () { outer: for (let i = 0; ; i++) { for (let j = 0; j < 3; j++) { if (j === 2) continue outer; if (i === 2) break outer; yield [i, j] } } }; return [...g()] })
    check('var hoisting', () => { const g = function* () { yield early; var early = 1; yield early; { var early = 2 } yield early }; return [...g()] })
    check('function in generator', () => { const g = function* () { yield inner(); function inner() { return 'inner' } }; return [...g()] })
    check('try expression', () => { const g = function* () { try { yield nothing.x } catch (error) { yield error.message } }; return [...g()] })
    check('sorted', () => [...mapped(values.slice().sort((a, b) => b - a).entries(), ([i, v]) => i * v)])
    return event
}
