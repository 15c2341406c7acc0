import { check } from './show'

export function processEvent(event) {
    const list = [3, 1, 2]
    list.total = function () { return this.reduce((sum, n) => sum + n, 0) }
    list.kind = Object.prototype.toString
    check('a method of its own', () => list.total())
    check('a builtin as its own method', () => list.kind())
    check('one more element', () => {
        list.push(4)
        return list.total()
    })
    check('enumerated after the elements', () => Object.keys(list))
    check('not in JSON', () => JSON.stringify(list))
    const other = [1]
    check('only where it was stored', () => other.total())
    return event
}
