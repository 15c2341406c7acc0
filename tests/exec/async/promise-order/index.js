// The order of jobs: several chains that log their steps.
const log = (...parts) => console.log(parts.map(String).join(' '))

async function steps(name, count) {
    for (let step = 1; step <= count; step++) {
        log(name, step)
        await step
    }
    log(name, 'done')
    return name
}

async function nothing() {}

async function returnsPromise(value) {
    return Promise.resolve(value)
}

async function throws(text) {
    log('before throw')
    throw new Error(text)
}

function thenable(name, value) {
    return {
        then(resolve) {
            log('then of', name)
            resolve(value)
        },
    }
}

export async function processEvent(event) {
    log('start')
    const chains = [steps('a', 3), steps('b', 2)]
    Promise.resolve()
        .then(() => log('p1'))
        .then(() => log('p2'))
        .then(() => log('p3'))
        .then(() => log('p4'))
    log('awaiting all')
    log('all', JSON.stringify(await Promise.all(chains)))

    const doubled = await Promise.all([1, 2, 3].map(async (n) => { await null; log('item', n); return n * 2 }))
    log(doubled.join())

    nothing().then(() => log('nothing'))
    returnsPromise('late').then((value) => log('returned promise', value))
    steps('c', 1).then((value) => log('then', value))
    Promise.resolve(1).then((n) => Promise.resolve(n + 1)).then((n) => log('nested', n))
    Promise.resolve(thenable('t', 5)).then((n) => log('thenable', n))
    for (let n = 0; n < 9; n++) {
        await null
        log('tick', n)
    }

    throws('one').catch((error) => { log('caught', error.message); return 'ok' }).finally(() => log('finally')).then((value) => log(value))
    try {
        await throws('two')
    } catch (error) {
        log('catch', error.message)
    } finally {
        log('finally of try')
    }
    await new Promise((resolve) => { log('executor'); resolve(thenable('inner', 1)); log('resolved') })
    log('end')
    event.properties.done = true
    return event
}
