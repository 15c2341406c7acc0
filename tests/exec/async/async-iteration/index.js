import { check } from './show'

const log = (...parts) => console.log(parts.map((part) => (typeof part === 'object' && part !== null && !(part instanceof Error) ? JSON.stringify(part) : String(part))).join(' '))

async function* count(n, name = 'count') {
    try {
        for (let i = 0; i < n; i++) {
            log(name, 'yields', i)
            const sent = yield i
            if (sent !== undefined) log(name, 'got', sent)
        }
        return name + ' done'
    } catch (error) {
        log(name, 'caught', error)
        yield 'from catch'
    } finally {
        log(name, 'finally')
        await null
    }
}

const iterable = (items, extra = {}) => ({
    [Symbol.asyncIterator]() {
        let at = 0
        return { next: () => ({ value: items[at], done: at++ >= items.length }), ...extra }
    },
})

async function* delegates() {
    const result = yield* count(2, 'inner')
    log('result', result)
    yield* [Promise.resolve('a'), 'b']
    yield* 'xy'
    return yield* iterable([1])
}

async function* defaults(a = fail()) { yield a }
function fail() { throw new RangeError('default') }

class Pages {
    constructor(pages) { this.pages = pages }
    async *[Symbol.asyncIterator]() { for (const page of this.pages) yield* page }
    static async *make() { yield this.name }
    async *#hidden() { yield Promise.resolve('hidden') }
    hidden() { return this.#hidden() }
}

async function collect(items) {
    const all = []
    for await (const item of items) all.push(item)
    return all
}

async function leaves(how, items) {
    log('leaving by', how)
    let n = 0
    for await (const item of items) {
        if (++n < 2) { if (how === 'continue') continue; else log('item', item) }
        else if (how === 'break') break
        else if (how === 'return') return item
        else if (how === 'throw') throw new Error('left')
    }
    return 'end'
}

export async function processEvent(event) {
    check('tag', () => Object.prototype.toString.call(count(1)))
    check('names', () => [count.name, count.length, typeof count, count.constructor.name, 'prototype' in count])
    check('iterator', () => { const g = count(1); return g[Symbol.asyncIterator]() === g })
    check('instance', () => count(1) instanceof count)
    check('new', () => new count())
    check('parameters', () => defaults())
    check('called', () => typeof defaults(1).next)

    log(await collect(count(3)), await collect([Promise.resolve(1), 2, Promise.resolve(3)]), await collect(new Set(['a'])), await collect('hi'))
    log(await collect(new Pages([['a', Promise.resolve('b')], [], 'cd'])), await collect(Pages.make()), await collect(new Pages([]).hidden()))
    log(await collect(delegates()))
    for (const how of ['break', 'return', 'throw', 'continue']) {
        await leaves(how, count(3, how)).then((value) => log('left with', value), (error) => log('failed', error))
        await leaves(how, [1, 2, 3]).then((value) => log('left with', value), (error) => log('failed', error))
        await leaves(how, iterable([1, 2, 3], { return: async () => { log('closed'); return {} } })).then((value) => log('left with', value), (error) => log('failed', error))
        await leaves(how, iterable([1, 2, 3], { return: () => { throw 'close fails' } })).then((value) => log('left with', value), (error) => log('failed', error))
        await leaves(how, iterable([1, 2, 3], { return: async () => 5 })).then((value) => log('left with', value), (error) => log('failed', error))
    }
    const g = count(5, 'queue')
    log(await Promise.all([g.next(), g.next('x'), g.next('y'), g.return('r'), g.next(), g.return(Promise.resolve('late'))]))
    const thrown = count(5, 'thrown')
    log(await thrown.next(), await thrown.throw('in'), await thrown.next(), await thrown.next())
    await count(1).throw(new Error('at start')).catch((error) => log(error))
    log(await count(1).return('early'), await count(1).return(Promise.resolve('awaited')))
    await count(1).return(Promise.reject('rejected')).catch((error) => log(error))
    await g.next.call({}).catch((error) => log(error))
    const rejecting = (async function* () { try { yield Promise.reject('yielded') } catch (e) { log('inside', e); yield 'on' } return Promise.resolve('end') })()
    log(await rejecting.next(), await rejecting.next(), await rejecting.next())
    const endless = (async function* () { let n = 0; while (true) yield n++ })()
    outer: for await (const a of endless) {
        for await (const b of [1, 2]) {
            if (b === 2) continue outer
            if (a > 2) break outer
            log(a, b)
        }
    }
    log(await endless.next())
    for await (const { x, y = 'default' } of [{ x: 1 }, Promise.resolve({ x: 2, y: 3 })]) log(x, y)
    let target
    for await (target of [1, Promise.resolve(2)]);
    log(target)
    const fs = []
    for await (const i of [0, 1]) fs.push(async () => i)
    log(await Promise.all(fs.map((f) => f())))
    for (const bad of [5, null, undefined, {}, { [Symbol.asyncIterator]: () => 5 }, iterable([1], { next: 5 }), iterable([1], { next: () => 5 }), [Promise.reject('item')], iterable([1], { next: () => Promise.reject('next') })]) {
        try { for await (const x of bad) log('item', x) } catch (error) { log(error) }
    }
    const order = []
    const a = (async () => { for await (const x of count(2, 'a')) order.push('a' + x) })()
    const b = (async () => { for await (const x of ['b0', 'b1', 'b2']) order.push(x) })()
    const c = (async () => { for (const x of ['c0', 'c1', 'c2', 'c3', 'c4']) { order.push(x); await null } })()
    await Promise.all([a, b, c])
    log(order)
    event.properties.pages = await collect(event.properties.list)
    const uncallable = [5, {}, { [Symbol.asyncIterator]: false }, { [Symbol.asyncIterator]: 'text' }, { [Symbol.asyncIterator]: Symbol('s') }, { [Symbol.iterator]: {} }]
    for (const bad of uncallable) {
        try { for await (const x of bad) log('item', x) } catch (error) { log(error) }
        try { await (async function* () { yield* bad })().next() } catch (error) { log(error) }
        try { await (async function* () { return yield* bad })().next() } catch (error) { log(error) }
    }
    const throwless = (async function* () { yield* { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return() { log('return'); return {} } }) } })()
    log(await throwless.next())
    try { log(await throwless.throw(new Error('into it'))) } catch (error) { log(error) }
    log(await throwless.next())
    return event
}
