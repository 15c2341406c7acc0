import { check } from './show'

const table = {
    add: (a, b) => a + b,
    subtract(a, b) {
        return a - b
    },
    'with space': () => 'spaced',
    nested: { deep: { double: (x) => x * 2 } },
}
const list = [(x) => x + 1, Math.abs, parseInt, String]

function apply(f, ...args) {
    return f(...args)
}
function named() {}
const anonymous = function () {}

export function processEvent(event) {
    const { op } = event.properties
    check('table[op]', () => table[op](5, 3))
    check("table['with space']()", () => table['with space']())
    check('table.nested.deep.double(4)', () => table.nested.deep.double(4))
    check('table.missing()', () => table.missing())
    check('table.nested.missing.double()', () => table.nested.missing.double())
    check('table[op + 1]()', () => table[op + 1]())
    check('list', () => list.map((f) => f('-12.5')))
    check('list[9]()', () => list[9]())
    check('apply', () => apply(table.add, 'a', 'b'))
    check('apply(Math.max)', () => apply(Math.max, 1, 9, 3))
    check('apply(undefined)', () => apply(undefined))
    check('immediately called', () => ((x) => x * x)(7))
    check('immediately called function', () => (function (x) {
        return x + 1
    })(1))
    check('names', () => [named.name, anonymous.name, table.add.name, table.subtract.name, (() => 1).name, apply.name])
    check('lengths', () => [named.length, apply.length, table.add.length])
    check('method names as values', () => ['b', 'a'].map((s) => s.toUpperCase()))
    check('Boolean as a callback', () => [0, 1, '', 'x', null].filter(Boolean))
    check('Number as a callback', () => ['1', 'x'].map(Number))
    check('Object.keys as a callback', () => [{ a: 1 }, { b: 2 }].map(Object.keys))
    check('JSON.stringify as a callback', () => [1, 'a', null].map((x) => JSON.stringify(x)))
    check('conditional callee', () => (op ? table.add : table.subtract)(1, 2))
    check('f()()', () => (() => () => 'inner')()())
    check('stored and called later', () => {
        const store = {}
        store.f = table.add
        return store.f(1, 2)
    })
    check('equality', () => [table.add === table.add, (() => 1) === (() => 1), named === named])
    check('typeof', () => [typeof named, typeof table.add, typeof Math.max, typeof Map])
    check('a function with properties', () => {
        const f = (x) => x
        f.extra = 'own'
        return [f.extra, Object.keys(f), f(1)]
    })
    check('calling a string', () => event.event())
    check('calling a number', () => event.team_id())
    check('calling an object', () => table())
    check('calling null', () => event.properties.none())
    check('calling the result', () => table.add(1, 2)())
    check('calling through a list', () => [1][0]())
    check('call', () => table.add.call(null, 1, 2))
    check('apply', () => table.add.apply(null, [1, 2]))
    check('bind', () => table.add.bind(null, 10)(5))
    check('as numbers', () => [+named, -anonymous, ~table.add, table.subtract * 2, named - 1, {} & named, Number(named), Math.max(named), isNaN(apply), +class {}, +Math.abs])
    check('counted up', () => {
        let up = () => 1
        let down = named
        return [up++, up, --down]
    })
    check('with a text of its own', () => +Object.assign(() => 1, { toString: () => '7' }))
    return event
}
