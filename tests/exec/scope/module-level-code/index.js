import { check } from './show'

// Everything here runs when the module is evaluated, outside of any function.
const getters = []
for (let i = 0; i < 3; i++) getters.push(() => i++)
for (const x of ['a', 'b']) {
    let fresh = x
    getters.push(() => (fresh += x))
}
for (const key in { p: 1, q: 2 }) getters.push(() => key)
for (var shared = 0; shared < 2; shared++) getters.push(() => shared)

const [first, { second = 'default', ...others } = {}, ...rest] = [1, { third: 3 }, 4, 5]
let a = 1,
    b = 2
;[a, b] = [b, a]
let n = 0
do {
    n++
    if (n === 2) continue
} while (n < 4)
outer: for (;;) {
    for (const x of [1, 2]) {
        if (x === 2) break outer
        n += 10
    }
}
let chosen
switch (n) {
    case 14: {
        const inner = 'fourteen'
        chosen = () => inner
        break
    }
    default:
        chosen = () => 'other'
}
let caught
try {
    null.x
} catch (error) {
    const message = error.message
    caught = () => [message, error instanceof TypeError]
} finally {
    n++
}
if (n > 5) {
    var fromBranch = 'var in a branch'
    const hidden = 'const in a branch'
    getters.push(() => hidden)
}
{
    const name = 'block'
    getters.push(() => name)
}
const name = 'module'
const table = Object.entries({ x: 1, y: 2 }).reduce((all, [key, value]) => ({ ...all, [key]: value * 10 }), {})
const hex = []
for (let i = 0; i < 4; i++) hex[i] = (i + 0x100).toString(16).slice(1)
const self = (depth) => (depth ? self(depth - 1) : 'bottom')
const deepest = self(3)
leaked = name + deepest

export function processEvent(event) {
    check('getters', () => getters.map((f) => f()))
    check('getters again', () => getters.map((f) => f()))
    check('destructured', () => [first, second, others, rest, a, b])
    check('n', () => n)
    check('chosen', () => chosen())
    check('caught', () => caught())
    check('fromBranch', () => fromBranch)
    check('shared', () => shared)
    check('name', () => name)
    check('table', () => table)
    check('hex', () => hex)
    check('leaked', () => leaked)
    n = 'changed by an event'
    return event
}
