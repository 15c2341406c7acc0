import { check } from './show'

let counter = 0
const object = { n: 1, s: '5', x: 'x', nothing: undefined, nil: null, deep: { list: [10, 20] } }
const list = [1, '2', 'three', null, , true]

function next() {
    counter++
    return counter
}

export function processEvent(event) {
    let local = 1
    let text = '7'
    let word = 'seven'
    check('local++', () => local++)
    check('++local', () => ++local)
    check('local--', () => local--)
    check('--local', () => --local)
    check('text++', () => text++)
    check('text', () => text)
    check('word--', () => word--)
    check('word', () => word)
    check('object.n++', () => object.n++)
    check('++object.n', () => ++object.n)
    check('object.s++', () => object.s++)
    check('object.s', () => object.s)
    check('object.x++', () => object.x++)
    check('object.nothing++', () => object.nothing++)
    check('object.nil++', () => object.nil++)
    check('object.nil', () => object.nil)
    check('object.missing++', () => object.missing++)
    check('object', () => object)
    check("object['n']--", () => object['n']--)
    check('object.deep.list[1]++', () => object.deep.list[1]++)
    check('object.deep.list[next()]++', () => object.deep.list[next()]++)
    check('counter', () => counter)
    check('list[0]++', () => list[0]++)
    check('list[1]++', () => list[1]++)
    check('list[2]--', () => list[2]--)
    check('list[3]--', () => list[3]--)
    check('list[4]++', () => list[4]++)
    check('list[5]++', () => list[5]++)
    check('list', () => list)
    check('event.properties.n++ + event.properties.n', () => event.properties.n++ + event.properties.n)
    check('event.properties.n-- - --event.properties.n', () => event.properties.n-- - --event.properties.n)
    let i = 5
    check('i++ + ++i', () => i++ + ++i)
    check('i', () => i)
    let big = 9007199254740992
    check('++big', () => ++big)
    let zero = -0
    check('zero++', () => zero++)
    zero = -1
    check('++zero', () => ++zero)
    check('object.absent.n++', () => object.absent.n++)
    check('event.nothing[next()]++', () => event.nothing[next()]++)
    check('counter afterwards', () => counter)
    return event
}
