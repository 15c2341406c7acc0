import { check } from './show'

let count = 0
var total = 0
const list = []
const seen = new Set()
const byName = {}
let last = null
let lazily

const config = { limit: 3 }

export function processEvent(event) {
    count++
    total += event.properties.amount ?? 0
    list.push(event.properties)
    seen.add(event.distinct_id)
    byName[event.distinct_id] = { times: (byName[event.distinct_id]?.times ?? 0) + 1, first: byName[event.distinct_id]?.first ?? event }
    lazily ??= { made: count }
    check('count and total', () => [count, total])
    check('list', () => list.map((p) => p.amount))
    check('seen', () => seen)
    check('times', () => Object.entries(byName).map(([k, v]) => [k, v.times, v.first.properties.amount]))
    check('lazily', () => lazily)
    check('the last event', () => (last ? [last.event.properties.amount, last.event === list[0]] : last))
    check('an object kept in two places', () => list.length > 1 && list[0] === byName.a.first.properties)
    last = { event, properties: event.properties }
    config.limit--
    if (list.length > config.limit) list.shift()
    event.properties.amount = `changed ${count}`
    return event
}
