import { check } from './show'

export function processEvent(event) {
    const map = new Map([['a', 1], ['b', 2]])
    check('map', () => map)
    check('size', () => map.size)
    check('get', () => [map.get('a'), map.get('missing'), map.get()])
    check('has', () => [map.has('a'), map.has('z'), map.has(undefined)])
    check('set returns the map', () => map.set('c', 3) === map)
    check('chained', () => map.set('d', 4).set('a', 'again').size)
    check('order after setting again', () => map)
    check('delete', () => [map.delete('b'), map.delete('b')])
    map.set('b', 'back')
    check('order after deleting', () => [...map.keys()])
    map.set(NaN, 'nan').set(-0, 'zero').set('1', 'text').set(1, 'number').set(null, 'null').set(undefined, 'undefined')
    check('get(NaN)', () => map.get(NaN))
    check('get(0)', () => map.get(0))
    check('-0 became 0', () => Object.is([...map.keys()][5], 0))
    check('keys of other types', () => [map.get('1'), map.get(1), map.get(true), map.get(null), map.get(undefined)])
    const key = { id: 1 }
    map.set(key, 'object').set([], 'list')
    check('an object key', () => [map.get(key), map.get({ id: 1 }), map.get([])])
    check('from the event', () => map.set(event.properties, 'same').get(event.properties))
    check('values', () => [...map.values()])
    check('entries', () => [...map.entries()].length)
    const seen = []
    map.forEach((value, key, whole) => seen.push(value, whole === map))
    check('forEach', () => seen)
    check('for-of', () => {
        const all = []
        for (const [key, value] of map) all.push(typeof key, value)
        return all
    })
    check('clear', () => [map.clear(), map.size, map.get('a')])
    check('JSON', () => JSON.stringify(new Map([['a', 1]])))
    check('String', () => String(new Map()))
    check('Object.keys', () => Object.keys(new Map([['a', 1]])))
    check('spread in an object', () => ({ ...new Map([['a', 1]]) }))
    check('new Map()', () => new Map().size)
    check('new Map(null)', () => new Map(null).size)
    check('new Map of pairs', () => new Map(Object.entries(event.properties)).get('x'))
    check('new Map of a map', () => new Map(new Map([[1, 2]])).get(1))
    check('new Map(5)', () => new Map(5))
    check('new Map([5])', () => new Map([5]))
    check('new Map({})', () => new Map({}))
    check('new Map of text', () => new Map(['ab']))
    check('Map()', () => Map())
    check('instanceof', () => [map instanceof Map, map instanceof Object, [] instanceof Map])
    check('a property of a map', () => {
        const m = new Map()
        m.extra = 1
        m['size'] = 9
        return [m.extra, m.size, Object.keys(m)]
    })
    check('map.size()', () => map.size())
    check('get of a plain object', () => event.properties.get('x'))
    return event
}
