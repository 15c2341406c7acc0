// A promise that one event makes and another settles, with handlers of both.
let n = 0
export function setupPlugin({ global }) {
    global.p = new Promise((resolve) => { global.resolve = resolve })
    global.p.then((value) => console.log('then of setup', value))
    global.all = Promise.all([global.p, 1])
}
export function processEvent(event, { global }) {
    n++
    if (n === 1) { global.q = global.p.then((v) => v + 1); return event }
    if (n === 2) { global.resolve(41); return global.q.then((v) => { event.properties.v = v; return event }) }
    if (n === 3) return global.p
    return (async () => { event.properties.v = [await global.p, await global.q, await global.all]; return event })()
}
