import { check } from './show'

export function processEvent(event) {
    const list = [1, 2, 3]
    check('list[5] = 6', () => (list[5] = 6))
    check('list', () => list)
    check('list.length', () => list.length)
    check('list.length = 2', () => (list.length = 2))
    check('list', () => list)
    check('list.length = 4', () => (list.length = 4))
    check('list', () => list)
    check("list['1'] = 'b'", () => (list['1'] = 'b'))
    check("list['01'] = 'no index'", () => (list['01'] = 'no index'))
    check("list[-1] = 'minus'", () => (list[-1] = 'minus'))
    check("list[1.5] = 'half'", () => (list[1.5] = 'half'))
    check("list.name = 'n'", () => (list.name = 'n'))
    check('list', () => list)
    check('Object.keys(list)', () => Object.keys(list))
    check('JSON.stringify(list)', () => JSON.stringify(list))
    check('list[-1]', () => list[-1])
    check("list['length']", () => list['length'])
    check("list.length = 'x'", () => (list.length = 'x'))
    check('list.length = -1', () => (list.length = -1))
    check("list.length = '1'", () => (list.length = '1'))
    check('list', () => list)
    const far = []
    far[100000] = 'far'
    check('far.length', () => far.length)
    check('far.indexOf', () => far.indexOf('far'))
    check('far.filter', () => far.filter(() => true))
    check('keys of far', () => Object.keys(far))
    delete far[100000]
    check('far.length after delete', () => far.length)
    far.length = 0
    check('far', () => far)
    const { items } = event.properties
    items[items.length] = 'appended'
    check('items', () => items)
    check('items[items.length - 1]', () => items[items.length - 1])
    check("items['2']", () => items['2'])
    check('items[9]', () => items[9])
    check('items[true]', () => items[true])
    check('items[[0]]', () => items[[0]])
    check('items[null]', () => items[null])
    check('items[NaN]', () => items[NaN])
    check('items[-0]', () => items[-0])
    check("items['-0']", () => items['-0'])
    check('items[1e0]', () => items[1e0])
    check('items.length = 1', () => (items.length = 1))
    check('the event sees it', () => event.properties.items)
    return event
}
