import { check } from './show'

export function setupPlugin({ global }) {
    global.count = 0
    global.seen = new Set()
    global.byUser = new Map()
    global.history = []
    global.helpers = { describe: (event) => `${event.event} of ${event.distinct_id}` }
    global.nested = { deep: { list: [] } }
}

export function processEvent(event, { global }) {
    global.count++
    global.seen.add(event.event)
    const user = global.byUser.get(event.distinct_id) ?? { events: [], first: event }
    user.events.push(event.properties)
    global.byUser.set(event.distinct_id, user)
    global.history.push({ event, at: global.count })
    global.nested.deep.list.push(event.properties.n)
    global[`key ${global.count}`] = event.properties.text

    check('count', () => global.count)
    check('seen', () => global.seen)
    check('user', () => [user.events.length, user.first.event, user.events.map((p) => p.n)])
    check('identity of the first event', () => global.history[0].event === global.byUser.get('ada').first)
    check('identity of properties', () => user.events[user.events.length - 1] === event.properties)
    check('describe', () => global.helpers.describe(global.history[0].event))
    check('list', () => global.nested.deep.list)
    check('keys', () => Object.keys(global).length)
    event.properties.changedLater = true
    check('seen through global', () => global.history[global.count - 1].event.properties.changedLater)
    global.last = event
    global.closure = () => `${event.event} ${global.count}`
    return event
}

export function onEvent(event, { global }) {
    check('a closure over an event', () => global.closure())
    check('onEvent has a copy', () => [event === global.last, event.event === global.last.event])
    global.last.properties.fromOnEvent = true
}

export function teardownPlugin({ global }) {
    check('at the end', () => [global.count, global.history.map(({ event, at }) => [event.event, at, event.properties.changedLater, event.properties.fromOnEvent])])
}
