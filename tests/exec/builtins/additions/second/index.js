import { check } from './show'

const prototype = Array.prototype

export function processEvent(event) {
    const keys = []
    for (const key in { a: 1 }) keys.push(key)
    check('another plugin', () => [keys, 'last' in prototype, event.properties.list.last, {}.shared, Math[event.properties.member], 'a'.shout])
    check('methods', () => [prototype === Array.prototype, [].constructor === Array, [1, 2].map((x) => x * 2)])
    return event
}
