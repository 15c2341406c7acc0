import { check } from './show'

export function processEvent(event) {
    const a = { name: 'a' }
    const b = { a, list: [] }
    a.b = b
    check('two objects', () => JSON.stringify(a))
    const list = []
    list.push(list)
    check('a list in itself', () => JSON.stringify(list))
    const deep = { one: { two: { three: {} } } }
    deep.one.two.three.back = deep.one
    check('deep', () => JSON.stringify(deep))
    const map = { m: new Map() }
    map.m.self = map
    check('through a map', () => JSON.stringify(map))
    const indexed = { list: [0, {}] }
    indexed.list[1].up = indexed
    check('through an index', () => JSON.stringify(indexed))
    if (event.event === 'test') event.properties.self = event
    return event
}
