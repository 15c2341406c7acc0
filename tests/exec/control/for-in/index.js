import { check } from './show'

const keysOf = (value) => {
    const keys = []
    for (const key in value) keys.push(key)
    return keys
}

export function processEvent(event) {
    check('an object', () => keysOf({ b: 1, a: 2, 1: 3, 0: 4 }))
    check('the event', () => keysOf(event))
    check('properties', () => keysOf(event.properties))
    check('a list', () => keysOf(['x', , 'z']))
    check('a string', () => keysOf('ab'))
    check('a number', () => keysOf(5))
    check('null', () => keysOf(null))
    check('undefined', () => keysOf(undefined))
    check('a map', () => keysOf(new Map([[1, 2]])))
    check('an error', () => keysOf(new Error('x')))
    check('a function', () => keysOf(() => 1))
    check('types of the keys', () => keysOf([1]).map((key) => typeof key))
    check('inherited keys', () => keysOf(Object.assign(Object.create({ inherited: 1, both: 2 }), { own: 3, both: 4 })))
    check('extra keys of a list', () => keysOf(Object.assign([1], { extra: 2 })))
    check('deleting ahead', () => {
        const object = { a: 1, b: 2, c: 3 }
        const seen = []
        for (const key in object) {
            seen.push(key)
            delete object.b
        }
        return seen
    })
    check('deleting what was seen', () => {
        const object = { a: 1, b: 2, c: 3 }
        for (const key in object) delete object[key]
        return object
    })
    check('adding', () => {
        const object = { a: 1 }
        const seen = []
        for (const key in object) {
            seen.push(key)
            object[key + 'x'] = 1
            if (seen.length > 5) break
        }
        return seen
    })
    check('deleting and adding again', () => {
        const object = { a: 1, b: 2, c: 3 }
        const seen = []
        for (const key in object) {
            seen.push(key)
            if (key === 'a') {
                delete object.b
                object.b = 'again'
            }
        }
        return seen
    })
    check('var in the head', () => {
        for (var key in { x: 1, y: 2 });
        return key
    })
    check('a member in the head', () => {
        const o = {}
        for (o.key in { x: 1, y: 2 });
        return o
    })
    check('counting', () => {
        const counts = {}
        for (const key in event.properties) {
            const kind = typeof event.properties[key]
            counts[kind] = (counts[kind] || 0) + 1
        }
        return counts
    })
    check('a String object with properties of its own', () => keysOf(Object.assign(new String('ab'), { more: 1 })))
    return event
}
