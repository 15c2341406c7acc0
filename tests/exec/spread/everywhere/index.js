import { check } from './show'

const max = (...numbers) => Math.max(...numbers)

export function processEvent(event) {
    const { list, object, text, none } = event.properties
    check('list', () => [...list, 'x', ...list])
    check('text', () => [...text])
    check('set and map', () => [...new Set(list), ...new Map([['k', 'v']])])
    check('entries', () => [...list.entries()])
    check('holes', () => [...[1, , 2]])
    check('call', () => max(...list, 100, ...[7]))
    check('push', () => {
        const target = [0]
        target.push(...list, ...'ab')
        return target
    })
    check('new', () => new Array(...[1, 2, 3]))
    check('new with one', () => new Array(...[3]).length)
    check('object', () => ({ ...object, b: 'new', ...{ c: 3 } }))
    check('object first', () => ({ b: 'lost', ...object }))
    check('nothing', () => ({ ...none, ...undefined, ...null, ...false, ...0, ...'' }))
    check('list in an object', () => ({ ...list }))
    check('text in an object', () => ({ ...text }))
    check('conditional', () => ({ ...(list.length > 1 && { many: true }), ...(list.length > 99 ? { huge: true } : {}) }))
    check('event', () => ({ ...event, properties: { ...event.properties, added: 1 } }))
    check('of null in a list', () => [...none])
    check('of undefined in a list', () => [...event.nothing])
    check('of an object in a list', () => [...object])
    check('of a number in a call', () => max(...event.team_id))
    check('of undefined in a call', () => max(...event.nothing))
    check('of a missing default', () => [...(none || [])])
    check('copy of a copy', () => {
        const copy = [...list]
        copy.push('x')
        return [list.length, copy.length]
    })
    check('spread keeps the order of integer keys', () => ({ ...{ b: 1, 2: 'two', 1: 'one' } }))
    check('functions', () => ((...args) => args.length)(...list, ...list))
    check('long', () => Math.max(...Array.from({ length: 5000 }, (_, i) => i)))
    return event
}
