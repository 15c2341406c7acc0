import { check } from './show'

export function processEvent(event) {
    check('for-of sees added values', () => {
        const set = new Set([1])
        const seen = []
        for (const x of set) {
            seen.push(x)
            if (x < 4) set.add(x + 1)
        }
        return seen
    })
    check('a deleted value that was not reached is not seen', () => {
        const set = new Set([1, 2, 3])
        const seen = []
        for (const x of set) {
            seen.push(x)
            set.delete(2)
        }
        return seen
    })
    check('a value deleted and added again is seen again', () => {
        const set = new Set([1, 2])
        const seen = []
        for (const x of set) {
            seen.push(x)
            if (seen.length < 4) {
                set.delete(x)
                set.add(x)
            }
        }
        return seen
    })
    check('clear while iterating', () => {
        const map = new Map([[1, 'a'], [2, 'b'], [3, 'c']])
        const seen = []
        for (const [key] of map) {
            seen.push(key)
            if (key === 1) {
                map.clear()
                map.set(9, 'z')
            }
        }
        return seen
    })
    check('forEach sees added entries', () => {
        const map = new Map([['a', 1]])
        const seen = []
        map.forEach((value, key) => {
            seen.push(key)
            if (seen.length < 3) map.set(key + key, value + 1)
        })
        return [seen, map]
    })
    check('two iterators over one map', () => {
        const map = new Map([[1, 1], [2, 2], [3, 3]])
        const first = map.keys()
        const second = map.keys()
        first.next()
        map.delete(1)
        return [first.next(), second.next(), map.size]
    })
    check('an exhausted iterator stays so', () => {
        const set = new Set([1])
        const values = set.values()
        const results = [values.next(), values.next()]
        set.add(2)
        return [...results, values.next()]
    })
    check('many deletions', () => {
        const map = new Map()
        for (let i = 0; i < 100; i++) map.set(i, i)
        const seen = []
        for (const [key] of map) {
            if (key % 2 === 0) for (let i = key; i < key + 10; i++) map.delete(i)
            seen.push(key)
        }
        return [seen, map.size]
    })
    check('an iterator is iterable', () => {
        const values = new Map([['a', 1], ['b', 2]]).values()
        const [first] = values
        return [first, ...values]
    })
    return event
}
