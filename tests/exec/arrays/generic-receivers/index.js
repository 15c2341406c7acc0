import { check } from './show'

// Array methods borrowed for array-likes.
export function processEvent(event) {
    const like = { length: 3, 0: 'a', 1: 'b', 5: 'beyond' }
    check('map', () => Array.prototype.map.call(like, (x) => x + x))
    check('slice', () => Array.prototype.slice.call(like, 0, 2))
    check('join', () => Array.prototype.join.call('abc', '-'))
    check('includes', () => [].includes.call(like, 'b'))
    check('filter of a string', () => Array.prototype.filter.call('a1b', (c) => c > '9'))
    check('push', () => {
        const target = { length: 1 }
        const length = Array.prototype.push.call(target, 'x')
        return [length, target]
    })
    check('of null', () => Array.prototype.map.call(null, (x) => x))
    return event
}
