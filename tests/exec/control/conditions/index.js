import { check } from './show'

const grade = (n) => {
    if (n > 90) return 'A'
    else if (n > 80) return 'B'
    else return n ? 'C' : 'none'
}

export function processEvent(event) {
    check('grade', () => [95, 85, 10, 0, NaN, '99', null, undefined].map(grade))
    check('dangling else', () => {
        if (event.event) if (event.nothing) return 1
        else return 'inner else'
        return 'after'
    })
    check('nested ternaries', () => [1, 2, 3].map((n) => (n === 1 ? 'one' : n === 2 ? 'two' : 'many')))
    check('truthiness', () => [0, -0, NaN, '', ' ', '0', 'false', null, undefined, [], {}, () => 1, Infinity].map((x) => (x ? 1 : 0)))
    check('assignment in a condition', () => {
        let match
        if ((match = event.properties.list.indexOf('b')) > 0) return match
        return 'none'
    })
    check('while with an assignment', () => {
        const queue = [1, 2, 3]
        const seen = []
        let item
        while ((item = queue.shift())) seen.push(item)
        return seen
    })
    if (event.event === 'test') var declared = 'in a branch'
    check('declared', () => declared)
    return event
}
