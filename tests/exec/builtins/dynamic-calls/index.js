// Calls builtins as the events say, on receivers and with arguments of every kind, none of which the compiler can know. The events were
// drawn by tests/builtins/dynamic-calls.mjs.
import { show } from './show'

const functions = {
    double: (x) => x * 2,
    second: (x, i) => i,
    odd: (x) => x % 2,
    truthy: (x) => x,
    isUndefined: (x) => x === undefined,
    nest: (x, i) => [x, [i]],
    add: (a, b) => a + b,
    fail: (x) => {
        throw new Error(`no ${x}`)
    },
    descending: (a, b) => b - a,
    senseless: (a, b) => (String(a).length % 3) - 1,
    greater: (a, b) => a > b,
    nothing: () => undefined,
    push: (x, i, a) => {
        if (a.length < 12) a.push(i)
        return x
    },
    pop: (x, i, a) => {
        a.pop()
        return x
    },
    shift: (x, i, a) => a.shift(),
    cut: (x, i, a) => {
        a.length = 1
        return x
    },
    upper: (key, value) => (typeof value === 'string' ? value.toUpperCase() : value),
    drop: (key, value) => (typeof value === 'number' ? undefined : value),
    keys: (key, value) => (Array.isArray(value) ? value.concat([key]) : value),
    entry: (value, key) => `${key}=${value}`,
}

function make(spec) {
    if (spec === null || typeof spec !== 'object') return spec
    if (Array.isArray(spec)) {
        const made = []
        for (let i = 0; i < spec.length; i++) {
            if (spec[i] !== null && typeof spec[i] === 'object' && spec[i].$ === 'hole') made.length = i + 1
            else made[i] = make(spec[i])
        }
        return made
    }
    switch (spec.$) {
        case 'undefined':
            return undefined
        case 'nan':
            return NaN
        case 'infinity':
            return Infinity
        case '-infinity':
            return -Infinity
        case '-0':
            return -0
        case 'function':
            return functions[spec.name]
        case 'map':
            return new Map(make(spec.value))
        case 'set':
            return new Set(make(spec.value))
        case 'frozen':
            return Object.freeze(make(spec.value))
        case 'sealed':
            return Object.seal(make(spec.value))
        case 'fixed':
            return Object.preventExtensions(make(spec.value))
        case 'error':
            return new TypeError(spec.value)
        case 'buffer':
            return Buffer.from(spec.value)
        case 'boxed':
            return Object(spec.value)
        case 'valueOf':
            return { valueOf: () => spec.value }
        case 'toString':
            return { toString: () => spec.value }
        case 'toJSON':
            return { a: spec.value, toJSON: (key) => [key, spec.value] }
        case 'cycle': {
            const made = make(spec.value)
            made.self = [made]
            return made
        }
        case 'inherits':
            return Object.create(make(spec.value))
    }
    const made = {}
    for (const key of Object.keys(spec)) made[key] = make(spec[key])
    return made
}

const statics = { Object, Array, JSON, Buffer, Number, String, structuredClone: { structuredClone }, Map: { Map: (x) => new Map(x) }, Set: { Set: (x) => new Set(x) } }
const prototypes = { Object: Object.prototype, Array: Array.prototype, Map: Map.prototype, Set: Set.prototype, String: String.prototype }

export function processEvent(event) {
    const receiver = make(event.receiver)
    const args = event.args.map(make)
    let result
    try {
        if (event.kind === 'static') result = show(statics[event.class][event.method](...args))
        else if (event.kind === 'call') result = show(prototypes[event.class][event.method].call(receiver, ...args))
        else {
            let value = receiver[event.method](...args)
            if (event.spread) value = [...value]
            result = show(value)
        }
    } catch (error) {
        result = `throws ${show(error)}`
    }
    return { event: event.event, result, after: show(receiver), args: show(args) }
}
