import { check } from './show'

export function processEvent(event) {
    const [a, , b = 'default', ...rest] = event.properties.list
    check('declared', () => [a, b, rest])
    const [x, y] = 'é🦔'
    check('of a string', () => [x, y])
    const [p, q] = new Set(['s1', 's2'])
    check('of a set', () => [p, q])
    const [[key, value]] = new Map([['k', 'v']])
    check('of a map', () => [key, value])
    const [m = 1, n = m + 1, [o = n] = []] = []
    check('defaults', () => [m, n, o])
    const [, , third] = [1, 2, 3]
    check('holes', () => third)
    const [none = 'for undefined', nil = 'never'] = [undefined, null]
    check('undefined and null', () => [none, nil])
    const [{ deep: [first] }] = [{ deep: ['found'] }]
    check('nested', () => first)
    const [...all] = 'abc'
    check('rest only', () => all)
    const [head, ...[second, ...tail]] = [1, 2, 3, 4]
    check('a pattern in a rest', () => [head, second, tail])
    const [] = [1]
    let i = 1
    let j = 2
    ;[i, j] = [j, i]
    check('swap', () => [i, j])
    const list = [1, 2, 3]
    ;[list[0], list[2]] = [list[2], list[0]]
    check('swap in place', () => list)
    const target = {}
    ;[target.a, target['b'], ...target.rest] = 'wxyz'
    check('into members', () => target)
    check('value of an assignment', () => ([i] = [7, 8]))
    check('of a number', () => {
        const [z] = 5
        return z
    })
    check('of an object', () => {
        const [z] = {}
        return z
    })
    check('of undefined', () => {
        const [z] = event.nothing
        return z
    })
    check('of null', () => {
        const [z] = null
        return z
    })
    check('of a variable', () => {
        const number = event.team_id
        const [z] = number
        return z
    })
    check('of a call', () => {
        const [z] = String.fromCharCode(97).length
        return z
    })
    check('nested of undefined', () => {
        const [[z]] = []
        return z
    })
    check('empty pattern of undefined', () => {
        const [] = event.nothing
    })
    check('in a for-of', () => {
        const seen = []
        for (const [k, { v = 'none' } = {}] of [['a', { v: 1 }], ['b', {}], ['c']]) seen.push(k, v)
        return seen
    })
    check('of entries', () => {
        const seen = []
        for (const [k, v] of Object.entries(event.properties.pairs)) seen.push(`${k}=${v}`)
        return seen
    })
    check('in map', () => [[1, 2], [3, 4]].map(([l, r]) => l * r))
    check('split', () => {
        const [user, domain = 'none'] = event.properties.mail.split('@')
        return { user, domain }
    })
    check('in a catch clause', () => {
        try {
            throw { code: 7, details: ['x'] }
        } catch ({ code, details: [detail], missing = 'm' }) {
            return [code, detail, missing]
        }
    })
    return event
}
