// Draws random calls of builtins for the plugin of tests/exec/builtins/dynamic-calls:
//     node tests/builtins/dynamic-calls.mjs SEED COUNT > events.ndjson
// Values that JSON cannot say are objects with a member `$`; the plugin knows what they mean.
let seed = Number(process.argv[2] ?? 1)
const count = Number(process.argv[3] ?? 600)

function random() {
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647
}

const below = (limit) => Math.floor(random() * limit)
const chance = (probability) => random() < probability
const pick = (list) => list[below(list.length)]
const choose = (...makers) => pick(makers)()
const list = (longest, make) => Array.from({ length: below(longest + 1) }, make)
/** The first few of these arguments. */
const upTo = (...makers) => makers.slice(0, below(makers.length + 1)).map((make) => make())
const special = (name, value) => ({ $: name, value })
const hole = special('hole')
const absent = special('undefined')

const functionNames = [
    'double', 'second', 'odd', 'truthy', 'isUndefined', 'nest', 'add', 'fail', 'descending', 'senseless', 'greater', 'nothing', 'push', 'pop',
    'shift', 'cut', 'upper', 'drop', 'keys', 'entry',
]
const callback = (...names) => ({ $: 'function', name: pick(names.length > 0 ? names : functionNames) })

const scalar = () =>
    pick([
        0, 1, 2, 3, -1, -2, 1.5, 5, 10, 25, 100, 1e21, 1e-7, '', 'a', 'b', 'abc', 'é😀', '10', '9', '3', ' 1 ', '__proto__x', true, false, null,
        absent, special('nan'), special('-0'), special('infinity'), special('-infinity'),
    ])
const key = () => pick(['a', 'b', 'c', '0', '1', '2', '10', '-1', '01', '4294967295', 'length', 'name', 'toString', '', 'é'])
const array = (depth) => list(6, () => (chance(0.12) ? hole : value(depth - 1)))
const numbers = () => list(chance(0.1) ? 60 : 8, () => pick([below(10), below(100), random() * 10, -below(5), absent, hole, 1, 2, 3]))
const object = (depth) => Object.fromEntries(list(4, () => [key(), value(depth - 1)]))
const entries = () => list(4, () => (chance(0.05) ? scalar() : list(3, scalar)))

/** Functions inside would show their source text. */
const plainObject = (depth) =>
    choose(
        () => array(depth),
        () => object(depth),
        numbers,
        () => special('map', entries().filter(Array.isArray)),
        () => special('set', array(depth)),
        () => special('frozen', choose(() => array(depth), () => object(depth))),
        () => special('sealed', array(depth)),
        () => special('fixed', array(depth)),
        () => special('cycle', pick([{}, []])),
        () => special('inherits', { a: 1, 0: 2 }),
        () => special('boxed', pick([1, 'ab', true])),
    )
const convertible = () => choose(() => special('valueOf', below(4)), () => special('toString', 'x'), () => special('toJSON', below(4)))
let withFunctions = true
function value(depth = 2) {
    if (depth <= 0 || chance(0.55)) {
        return scalar()
    }
    return withFunctions && chance(0.15) ? convertible() : plainObject(depth)
}
function cloneable() {
    withFunctions = false
    const made = value(3)
    withFunctions = true
    return made
}

const index = () =>
    pick([
        0, 1, 2, 3, -1, -2, -10, 10, 1.7, '1', 'x', null, absent, special('nan'), special('infinity'), special('-infinity'), special('-0'),
        special('valueOf', 1),
    ])
const anyCallback = () => (chance(0.93) ? callback() : value(1))
const comparator = () => callback('descending', 'senseless', 'greater', 'nothing')

const arrayMethods = {
    at: () => upTo(index),
    concat: () => upTo(() => value(2), () => array(2), scalar),
    copyWithin: () => upTo(index, index, index),
    entries: () => [],
    every: () => [anyCallback()],
    fill: () => upTo(() => value(1), index, index),
    filter: () => [anyCallback()],
    find: () => [anyCallback()],
    findIndex: () => [anyCallback()],
    findLast: () => [anyCallback()],
    findLastIndex: () => [anyCallback()],
    flat: () => upTo(index),
    flatMap: () => [chance(0.9) ? callback('nest', 'truthy', 'double', 'nothing') : value(1)],
    forEach: () => [anyCallback()],
    includes: () => upTo(scalar, index),
    indexOf: () => upTo(scalar, index),
    join: () => upTo(() => pick([',', '', '-', null, absent, 5, 'é'])),
    keys: () => [],
    lastIndexOf: () => upTo(scalar, index),
    map: () => [anyCallback()],
    pop: () => [],
    push: () => upTo(() => value(1), scalar),
    reduce: () => upTo(() => callback('add', 'second', 'nest', 'fail'), scalar),
    reduceRight: () => upTo(() => callback('add', 'second', 'nest'), scalar),
    reverse: () => [],
    shift: () => [],
    slice: () => upTo(index, index),
    some: () => [anyCallback()],
    sort: () => upTo(() => (chance(0.8) ? comparator() : absent)),
    splice: () => upTo(index, index, () => value(1), scalar, scalar),
    toReversed: () => [],
    toSorted: () => upTo(comparator),
    toSpliced: () => upTo(index, index, () => value(1), scalar),
    toString: () => [],
    unshift: () => upTo(() => value(1), scalar),
    values: () => [],
    with: () => [index(), value(1)],
}
const receiver = () => {
    const elements = chance(0.5) ? numbers() : array(2)
    return chance(0.7) ? elements : special(pick(['frozen', 'sealed', 'fixed', 'inherits']), elements)
}
const arrayLike = () =>
    choose(
        () => ({ ...object(1), length: pick([0, 1, 2, 3, 5, '2', -1, special('nan')]), 0: scalar(), 1: scalar(), 2: scalar() }),
        () => pick(['héllo', 5, null, absent, special('boxed', 'ab')]),
        () => special('frozen', { length: 2, 0: 'a', 1: 'b' }),
        () => special('inherits', { length: 2, 0: 'p', 1: 'q' }),
    )

const descriptor = () =>
    pick([
        { value: 1 }, { value: 2, enumerable: true }, { writable: false }, { value: 1, writable: true, enumerable: true, configurable: true }, {},
        { get: callback() }, { get: 5 }, { set: callback(), value: 1 }, scalar(),
    ])
const space = () => pick([absent, 0, 1, 2, 20, 1.9, '', '--', 'abcdefghijklmno', null, true, '\t', special('boxed', 3), special('boxed', 'x')])
const replacer = () => choose(() => absent, () => null, () => callback('upper', 'drop', 'keys', 'truthy', 'second'), () => ['a', 'b', 1, '0', null, special('boxed', 'c')])
/** JSON, mostly with a mistake. */
function jsonText() {
    const valid = pick([JSON.stringify(object(3)), '[1, 2, {"a": null}]', '"\\u00e9\\n"', '-0', '1E400', '{"a":1,"a":2,"__proto__":3}', '{"1":1,"0":0,"b":2}'])
    if (chance(0.4)) {
        return valid
    }
    const at = below(valid.length + 1)
    return valid.slice(0, at) + pick(['', ',', '}', ']', '"', '\\', 'x', '1', ' ', '\n', '\u0001', 'é', '😀', 'nul', ':']) + valid.slice(at + below(2))
}
const encoding = () => pick(['utf8', 'hex', 'base64', 'base64url', 'latin1', 'ascii', 'utf16le', 'UTF-8', 'ucs2', 'binary', absent])
const encoded = () => pick(['', 'a', 'héllo', '😀', 'YWJj', 'YQ==', 'ff00zz', '616', 'aGVsbG8_-/+=', 'Ā1', '\u0159Q==', ' Y Q '])

const statics = {
    Array: { from: () => upTo(value, () => (chance(0.9) ? callback('double', 'second', 'nest', 'fail') : value(1))), isArray: () => [value()], of: () => upTo(scalar, scalar) },
    Buffer: { byteLength: () => [encoded(), encoding()], isBuffer: () => [value()], isEncoding: () => [pick(['utf8', 'x', 5])] },
    JSON: { parse: () => upTo(jsonText, () => pick([absent, callback('upper', 'drop', 'truthy', 'keys')])), stringify: () => upTo(() => value(3), replacer, space) },
    Map: { Map: () => [choose(entries, value, () => null)] },
    Object: {
        assign: () => [choose(() => object(1), () => array(1), () => special('frozen', object(1)), scalar), ...upTo(value, () => object(1))],
        create: () => [choose(() => null, () => object(1), scalar)],
        defineProperty: () => [choose(() => object(1), () => special('frozen', object(1)), scalar), key(), descriptor()],
        entries: () => [value()],
        freeze: () => [value()],
        fromEntries: () => [choose(entries, value, () => special('map', entries().filter(Array.isArray)))],
        getOwnPropertyDescriptor: () => [value(), key()],
        getOwnPropertyDescriptors: () => [value(1)],
        getOwnPropertyNames: () => [value()],
        hasOwn: () => [value(), key()],
        is: () => [scalar(), scalar()],
        isExtensible: () => [value()],
        isFrozen: () => [value()],
        isSealed: () => [value()],
        keys: () => [value()],
        preventExtensions: () => [value()],
        seal: () => [value()],
        values: () => [value()],
    },
    Set: { Set: () => [choose(() => array(1), value, () => null)] },
    structuredClone: { structuredClone: () => [cloneable()] },
}

function call() {
    if (chance(0.5)) {
        const method = pick(Object.keys(arrayMethods))
        const args = arrayMethods[method]()
        if (chance(0.15)) {
            return { kind: 'call', class: 'Array', method, receiver: arrayLike(), args }
        }
        return { kind: 'method', method, receiver: receiver(), args, spread: ['entries', 'keys', 'values'].includes(method) }
    }
    const owner = pick(Object.keys(statics))
    const method = pick(Object.keys(statics[owner]))
    return { kind: 'static', class: owner, method, receiver: null, args: statics[owner][method]() }
}

for (let number = 0; number < count; number++) {
    console.log(JSON.stringify({ event: `call ${number}`, ...call() }))
}
