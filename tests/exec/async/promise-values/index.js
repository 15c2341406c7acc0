// Async functions as values: arrows, methods, closures, members of classes.
const log = (...parts) => console.log(parts.map(String).join(' '))

class Client {
    #token = 'secret'
    constructor(name) { this.name = name }
    async fetch(path) { await null; return `${this.name}:${path}:${this.#token}` }
    static async make(name) { return new Client(name) }
    async #hidden() { return this.name.length }
    async size() { return (await this.#hidden()) + 1 }
    get later() { return (async () => this.name)() }
    request = async (n = 1, { a, b = await0() } = {}) => { await null; return [this.name, n, a, typeof b] }
}

function await0() { return Promise.resolve(0) }

const handlers = {
    async first(x) { return x + 1 },
    second: async function (x) { await x; return this === handlers },
    third: async (x, ...rest) => { await null; return rest.length + x },
    ['comp' + 'uted']: async () => 'c',
}

async function defaults(a = fail()) { return a }
function fail() { throw new RangeError('default') }
async function takesApart({ a: { b } }) { return b }
async function usesArguments() { await null; return arguments.length + ':' + arguments[1] }

export async function processEvent(event, { config }) {
    let count = 0
    const bump = async (by) => { const before = count; await null; count = before + by; return count }
    await Promise.all([bump(1), bump(2), bump(3)])
    log('count', count)
    for (const by of [1, 2, 3]) await bump(by)
    log('count', count)
    const retry = async (action, times) => {
        for (let attempt = 1; ; attempt++) {
            try {
                return await action(attempt)
            } catch (error) {
                log('attempt', attempt, error)
                if (attempt === times) throw error
            }
        }
    }
    log(await retry(async (n) => { if (n < 3) throw 'no ' + n; return 'yes ' + n }, 5))
    await retry(async () => { throw new Error('never') }, 2).catch((error) => log('gave up', error))

    const client = await Client.make('c')
    log(await client.fetch('/x'), await client.size(), await client.later, await client.request(2, { a: 3 }), await client.request())
    log(await handlers.first(1), await handlers.second(2), await handlers.third(1, 2, 3), await handlers.computed())
    await defaults().catch((error) => log('default', error))
    await takesApart({}).catch((error) => log('pattern', error))
    log(await takesApart({ a: { b: 'b' } }), await usesArguments(1, 2, 3))
    const fs = [0, 1, 2].map((n) => async () => n)
    log((await Promise.all(fs.map((f) => f()))).join())
    const loops = []
    for (let i = 0; i < 3; i++) loops.push((async () => { await null; return i })())
    log((await Promise.all(loops)).join())
    log(typeof bump, bump.name, bump.length, Object.prototype.toString.call(bump), 'prototype' in bump)
    try { new bump() } catch (error) { log(error) }
    const self = async function again(n) { return n > 0 ? 1 + (await again(n - 1)) : 0 }
    log(await self(20))
    event.properties.sum = await event.properties.list.reduce(async (sum, n) => (await sum) + n, Promise.resolve(0))
    const found = await (async () => { for (const n of event.properties.list) if ((await n) > 1) return n })()
    event.properties.found = found
    outer: for (const a of [1, 2]) {
        for (const b of [1, 2]) {
            try {
                if (await Promise.resolve(a * b === 2)) continue outer
                log('pair', a, b)
            } finally {
                await null
                log('finally', a, b)
            }
        }
    }
    switch (await config.mode) {
        case await Promise.resolve('x'): log('x'); break
        default: log('other')
    }
    const { a, ...others } = await Promise.resolve({ a: 1, b: 2, c: 3 })
    log(a, JSON.stringify(others), `${await 't'}-${await Promise.resolve('u')}`, (await 1) + (await 2) * (await 3))
    log([await 1, ...(await Promise.resolve([2, 3]))].join(), await (await (async () => async () => 'inner')())())
    let order = ''
    const note = async (c) => { order += c; return c }
    order += (await note('1')) + (await note('2'))
    log(order)
    log(await event.missing?.thing, (await Promise.resolve(null)) ?? 'nothing', !(await Promise.resolve(0)))
    return event
}
