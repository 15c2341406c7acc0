import { check } from './show'

export function processEvent(event) {
    const frozen = Object.freeze({ a: 1, nested: { b: 2 }, list: [1] })
    frozen.a = 2
    frozen.c = 3
    frozen.nested.b = 'changed'
    frozen.list.push(2)
    check('delete frozen.a', () => delete frozen.a)
    check('frozen.a = 5', () => (frozen.a = 5))
    check('frozen.a++', () => frozen.a++)
    check('frozen', () => frozen)
    check('Object.assign', () => Object.assign(frozen, { a: 9 }))
    check('Object.assign of a new key', () => Object.assign(frozen, { z: 9 }))
    const list = Object.freeze([1, 2, 3])
    list[0] = 'x'
    list[3] = 'y'
    list.length = 0
    check('list', () => list)
    check('list.push', () => list.push(4))
    check('list.sort', () => list.sort())
    check('list.reverse', () => list.reverse())
    check('list.shift', () => list.shift())
    check('list.splice', () => list.splice(0, 1))
    check('list.fill', () => list.fill(0))
    check('list.map', () => list.map((x) => x + 1))
    check('copy', () => [...list, 4])
    const sealed = Object.seal({ a: 1 })
    sealed.a = 2
    sealed.b = 3
    check('delete sealed.a', () => delete sealed.a)
    check('sealed', () => sealed)
    const closed = Object.preventExtensions({ a: 1 })
    closed.b = 1
    delete closed.a
    closed.a = 1
    check('closed', () => closed)
    check('freeze returns its argument', () => Object.freeze(event) === event)
    event.extra = 1
    delete event.event
    event.properties.added = 'inside'
    check('event.extra', () => event.extra)
    check('freeze of a primitive', () => Object.freeze('text'))
    return { ...event }
}
