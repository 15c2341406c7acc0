import { check } from './show'

const log = []
const trace = (name, value) => {
    log.push(name)
    return value
}

export function processEvent(event) {
    let a = 1
    let b
    const object = { x: 1, text: 'a' }
    check('a = b = 5', () => (a = b = 5))
    check('[a, b]', () => [a, b])
    check("a += '1'", () => (a += '1'))
    check('a -= 1', () => (a -= 1))
    check('a *= 2', () => (a *= 2))
    check('a /= 4', () => (a /= 4))
    check('a %= 4', () => (a %= 4))
    check('a **= 3', () => (a **= 3))
    check('a <<= 2', () => (a <<= 2))
    check('a >>= 1', () => (a >>= 1))
    check('a >>>= 1', () => (a >>>= 1))
    check('a |= 9', () => (a |= 9))
    check('a &= 12', () => (a &= 12))
    check('a ^= 5', () => (a ^= 5))
    check('object.text += object.x', () => (object.text += object.x))
    check('object.missing += 1', () => (object.missing += 1))
    check("object['y'] ??= 7", () => (object['y'] ??= 7))
    check('object.y ??= trace', () => (object.y ??= trace('not evaluated', 8)))
    check('object.y ||= trace', () => (object.y ||= trace('not evaluated', 8)))
    check('object.y &&= 0', () => (object.y &&= 0))
    check("object.y ||= 'new'", () => (object.y ||= 'new'))
    check('object.no &&= trace', () => (object.no &&= trace('not evaluated', 8)))
    check("'no' in object", () => 'no' in object)
    check('object', () => object)
    check('order of a compound assignment', () => (trace('object', object)[trace('key', 'x')] += trace('value', 10)))
    check('order of an assignment', () => (trace('object', object)[trace('key', 'x')] = trace('value', 3)))
    check('log', () => log)
    let x = 1
    check('the left operand is read first', () => (x += ((x = 10), 5)))
    check('x', () => x)
    check('an index read before the assignment', () => {
        const list = [0, 0, 0]
        let i = 0
        list[i] = i = 2
        return list
    })
    check('an index changed in between', () => {
        const list = [0, 0, 0]
        let i = 0
        list[i++] = i++
        list[i] += i
        return [list, i]
    })
    check('a name for a function', () => {
        let f
        f = () => 1
        const o = {}
        o.g = () => 2
        return [f.name, o.g.name]
    })
    check('assigning to a member of null', () => (event.nothing.x = trace('value', 1)))
    check('assigning to a member of a number', () => {
        const five = event.properties.five
        five.x = 1
        return five.x
    })
    check('assigning to a member of a string', () => {
        const text = event.properties.text
        text.length = 1
        text[0] = 'z'
        return text
    })
    check('log again', () => log)
    return event
}
