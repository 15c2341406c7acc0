// What the host does with promises, and how long it waits: hooks are not async functions here.
let ready
export function setupPlugin({ global, storage }) {
    global.promise = (async () => { await null; console.log('setup goes on'); return 'from setup' })()
    ready = Promise.all([storage.set('a', { n: 1 }), storage.set('b', 2)]).then(() => console.log('stored'))
    return ready
}

export function processEvent(event, { global, storage }) {
    const { kind } = event.properties
    console.log(kind)
    if (kind === 'sync') return event
    if (kind === 'promise') return Promise.resolve(event)
    if (kind === 'then') return ready.then(() => event)
    if (kind === 'thenable') return { then(resolve) { console.log('host calls then'); resolve(event) } }
    if (kind === 'rejected') return Promise.reject(new TypeError('rejected'))
    if (kind === 'nothing') return Promise.resolve(null)
    if (kind === 'throws') throw new Error('thrown')
    if (kind === 'never') return new Promise(() => {})
    if (kind === 'never awaited') return (async () => { await new Promise(() => {}); return event })()
    if (kind === 'global') return global.promise.then((value) => ({ ...event, properties: { value } }))
    if (kind === 'stored') return Promise.all([storage.get('a'), storage.get('b', 0), storage.get('c', 'default')]).then((all) => { event.properties.all = all; return event })
    if (kind === 'circular') { const o = {}; o.o = o; return storage.set('o', o).then(() => event, (error) => { event.properties.error = error.name; return event }) }
    if (kind === 'unawaited') { storage.set('a', 5); storage.get('a').then((a) => console.log('a is', a)); return event }
    if (kind === 'unhandled') { Promise.reject(1); (async () => { throw new Error('nobody sees this') })(); return event }
    if (kind === 'object') return { then: 5, ...event }
    if (kind === 'kept') { global.kept = global.kept || Promise.resolve({ n: 0 }); return global.kept.then((o) => { o.n++; event.properties.n = o.n; return event }) }
    return event
}

export function onEvent(event) {
    console.log('onEvent')
    return Promise.reject('onEvent rejects')
}

export const runEveryMinute = async (meta) => { console.log('tick', typeof meta.global.promise); throw new Error('tick') }
export const teardownPlugin = () => Promise.resolve().then(() => console.log('teardown'))
