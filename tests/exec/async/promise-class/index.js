import { check } from './show'

const log = (...parts) => console.log(parts.map(String).join(' '))
const outcome = (label, promise) => promise.then((value) => log(label, 'value', JSON.stringify(value)), (reason) => log(label, 'reason', reason))

export async function processEvent(event) {
    check('type', () => typeof Promise.resolve())
    check('tag', () => String(Promise.resolve()))
    check('call', () => Promise())
    check('no executor', () => new Promise())
    check('executor', () => new Promise({}))
    check('executor throws', () => String(new Promise(() => { throw 1 })))
    check('same', () => { const p = Promise.resolve(1); return Promise.resolve(p) === p })
    check('instanceof', () => [Promise.resolve() instanceof Promise, (async () => {})() instanceof Promise, nothing() instanceof Object])
    check('names', () => Object.getOwnPropertyNames(Promise).join())
    check('prototype', () => Object.getOwnPropertyNames(Promise.prototype).join())
    check('lengths', () => [Promise.length, Promise.all.length, Promise.prototype.then.length, Promise.prototype.finally.length])
    check('unbound', () => { const all = Promise.all; return all([]) })
    check('unbound resolve', () => { const { resolve } = Promise; return resolve(1) })
    check('unbound reject', () => { const { reject } = Promise; return reject(1) })
    check('then of another', () => Promise.prototype.then.call({}, 1))
    check('keys', () => Object.keys(Promise.resolve(1)))
    check('json', () => JSON.stringify({ p: Promise.resolve(1) }))
    check('console', () => typeof console.log('x'))
    check('not', () => [!nothing(), !!nothing(), nothing() ? 'yes' : 'no', `${nothing()}`, typeof nothing()])
    check('resolvers', () => { let all; new Promise((...args) => { all = args }); return all.map((f) => [typeof f, f.name, f.length]) })

    outcome('all', Promise.all([1, Promise.resolve(2), { then: (resolve) => resolve(3) }]))
    outcome('all rejected', Promise.all([1, Promise.reject('no'), Promise.reject('never')]))
    outcome('all of nothing', Promise.all([]))
    outcome('all of a string', Promise.all('ab'))
    outcome('all of a set', Promise.all(new Set([1, 2])))
    outcome('all of 5', Promise.all(5))
    outcome('all of undefined', Promise.all())
    outcome('settled', Promise.allSettled([1, Promise.reject('no'), nothing()]))
    outcome('any', Promise.any([Promise.reject(1), 2, 3]))
    Promise.any([Promise.reject(1), Promise.reject(2)]).catch((error) => log(error, error.errors, error instanceof AggregateError, error.name, error.message))
    outcome('any of nothing', Promise.any([]))
    outcome('race', Promise.race([new Promise(() => {}), Promise.resolve('first'), 'second']))
    outcome('race lost', Promise.race([Promise.reject('first'), 'second']))
    outcome('catch', Promise.reject(1).catch((n) => n + 1))
    outcome('catch passes', Promise.resolve(1).catch((n) => n + 1))
    outcome('finally value', Promise.resolve(1).finally(() => 2))
    outcome('finally reason', Promise.reject(1).finally(() => 2))
    outcome('finally throws', Promise.resolve(1).finally(() => { throw 3 }))
    outcome('finally rejects', Promise.resolve(1).finally(async () => { throw 4 }))
    outcome('finally waits', Promise.resolve(1).finally(() => new Promise((resolve) => resolve(5))))
    outcome('no handlers', Promise.resolve(1).then().then(null, 5).then(undefined, undefined))
    outcome('handler throws', Promise.resolve(1).then(() => { throw new TypeError('t') }))
    outcome('resolve twice', new Promise((resolve, reject) => { resolve(1); reject(2); resolve(3) }))
    outcome('resolve then throw', new Promise((resolve) => { resolve(1); throw 2 }))
    outcome('itself', (() => { let resolve; const p = new Promise((r) => { resolve = r }); resolve(p); return p })())
    outcome('itself in then', (() => { const p = Promise.resolve().then(() => p); return p })())
    outcome('getter', Promise.resolve({ get then() { throw 'getter' } }))
    outcome('then throws', Promise.resolve({ then() { throw 'then' } }))
    outcome('then resolves, then throws', Promise.resolve({ then(resolve) { resolve(1); throw 'then' } }))
    outcome('no function', Promise.resolve({ then: 5 }))
    outcome('iterator', Promise.all({ [Symbol.iterator]: () => ({ next() { throw 'next' } }) }))
    const closed = { [Symbol.iterator]: () => ({ i: 0, next() { return { done: this.i++ > 2, value: this.i } }, return() { log('closed'); return {} } }) }
    outcome('not closed', Promise.all(closed))
    const own = Promise.resolve(7)
    own.then = () => { throw 'own then' }
    outcome('closed', Promise.all([own]))
    try { await own } catch (error) { log('own', error) }
    outcome('values', Promise.all([null, undefined, 0, '', NaN].map(async (x) => x)))
    const pending = Promise.all([later(event, 3), later(event, 1), later(event, 2)])
    log('pending', pending)
    log((await pending).join())
    check('await values', () => 1)
    log(await 1, await 'x', await undefined, await null, await { a: 1 }.a, await [1, 2])
    log(await { then(resolve, reject) { reject('rejected thenable') } }.catch?.call, 'none')
    try {
        await { then(resolve, reject) { reject('rejected thenable') } }
    } catch (error) {
        log(error)
    }
    return event
}

async function nothing() {}

async function later(event, ticks) {
    for (let n = 0; n < ticks; n++) {
        await null
    }
    log('later', ticks)
    return ticks
}
