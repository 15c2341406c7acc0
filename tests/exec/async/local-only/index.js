import { check } from './show'

async function double(n) {
    return n * 2
}
const later = async (value) => value
async function fails(message) {
    throw new RangeError(message)
}
async function nested() {
    const a = await double(1)
    const b = await double(a)
    return [a, b, await 5, await null, await later('text')]
}

export async function setupPlugin({ global }) {
    global.ready = await later('ready')
}

export async function processEvent(event, { global }) {
    event.properties.ready = global.ready
    event.properties.doubled = await double(event.properties.n)
    event.properties.nested = await nested()
    try {
        await fails('caught')
    } catch (error) {
        event.properties.error = String(error)
    } finally {
        event.properties.finally = await later('finally')
    }
    for (const n of [1, 2]) {
        event.properties[`loop ${n}`] = await double(n)
    }
    if (await later(event.properties.drop)) return null
    if (event.properties.fail) {
        await fails('not caught')
    }
    return event
}

export async function onEvent(event) {
    console.log(await later('on'), await double(event.properties.n))
}
