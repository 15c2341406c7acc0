import { check } from './show'

export function processEvent(event) {
    const { event: name, distinct_id, team_id = 'never', missing, other = 'default', properties: { a, b: { c, d = 'D' }, ...rest } } = event
    check('declared', () => [name, distinct_id, team_id, missing, other, a, c, d, rest])
    const { nothing = 'not for null', undefinedValue = 'for undefined' } = { nothing: null, undefinedValue: undefined }
    check('defaults', () => [nothing, undefinedValue])
    const key = 'dynamic'
    const { [key]: computed, [`${key}2`]: second = 'second', ...others } = { dynamic: 1, x: 2, y: 3 }
    check('computed', () => [computed, second, others])
    const { length, 0: first } = 'text'
    check('of a string', () => [length, first])
    const { toFixed } = 5
    check('of a number', () => typeof toFixed)
    const { x: { y: { z = 'deep' } = {} } = {} } = {}
    check('nested defaults', () => z)
    const { 'quoted-key': quoted, 7: seven } = { 'quoted-key': 'q', 7: 's' }
    check('odd keys', () => [quoted, seven])
    const {} = event
    check('of undefined', () => {
        const { p } = event.undefinedMember
        return p
    })
    check('of null', () => {
        const { p } = null
        return p
    })
    check('nested of undefined', () => {
        const { p: { q } } = {}
        return q
    })
    check('nested with a name', () => {
        const { p: { q } } = event
        return q
    })
    check('empty pattern of null', () => {
        const {} = event.nothing
    })
    check('rest of undefined', () => {
        const { ...all } = event.nothing
        return all
    })
    check('rest of a string', () => {
        const { ...all } = 'ab'
        return all
    })
    check('rest of a list', () => {
        const { 0: zero, ...all } = ['a', 'b', 'c']
        return [zero, all]
    })
    check('rest is a copy', () => {
        const { event: dropped, ...copy } = event
        copy.added = 1
        return [dropped, Object.keys(copy), event.added]
    })
    let u, v
    ;({ u, v = 'default v' } = { u: 1 })
    check('assigned', () => [u, v])
    const target = {}
    ;({ a: target.one, b: target['two'], ...target.rest } = { a: 1, b: 2, c: 3, d: 4 })
    check('into members', () => target)
    check('value of an assignment', () => ({ u } = { u: 5, w: 6 }))
    const order = []
    const note = (n, value) => {
        order.push(n)
        return value
    }
    ;({ [note('key 1', 'k1')]: note('target 1', target).p = note('default 1', 1), [note('key 2', 'k2')]: note('target 2', target).q } = note('value', { k2: 2 }))
    check('order', () => [order, target.p, target.q])
    check('default not evaluated', () => {
        const { k = note('never') } = { k: 0 }
        return [k, order.includes('never')]
    })
    check('default uses an earlier name', () => {
        const { first = 1, next = first + 1 } = {}
        return [first, next]
    })
    check('default uses a later name', () => {
        const { early = late, late = 1 } = {}
        return early
    })
    check('names of anonymous functions', () => {
        const { f = () => 1 } = {}
        return f.name
    })
    const asked = []
    const asking = (text) => ({ toString() { asked.push(text); return text } })
    const { [asking('a')]: askedFor, ...notAsked } = { a: 1, b: 2 }
    const sink = { set to(value) { asked.push(value) } }
    ;({ [asking('c')]: (asked.push('object'), sink).to = 'default' } = {})
    check('a key is made once, before the target', () => [askedFor, notAsked, asked])
    let named, alsoNamed
    ;[(named) = () => 1] = []
    ;(alsoNamed) = () => 2
    check('names of functions in parentheses', () => [named.name, alsoNamed.name])
    return event
}
