// Copied beside the main file of every case. Logs expressions and their values so that everything JSON hides can be seen:
// -0, NaN, undefined, holes, key order, Map, Set, errors.

export function show(value, seen = []) {
    if (value === undefined) return 'undefined'
    if (value === null) return 'null'
    if (typeof value === 'string') return JSON.stringify(value)
    if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
    if (typeof value === 'boolean' || typeof value === 'symbol') return String(value)
    if (typeof value === 'bigint') return `${value}n`
    if (typeof value === 'function') return `<function ${value.name}/${value.length}>`
    if (seen.includes(value)) return '<cycle>'
    const inner = [...seen, value]
    if (value instanceof Error) return `<${String(value)}>`
    if (Array.isArray(value)) {
        const items = []
        for (let i = 0; i < value.length; i++) {
            items.push(i in value ? show(value[i], inner) : '<hole>')
        }
        return `[${items.join(', ')}]`
    }
    if (value instanceof Map) {
        return `Map{${[...value].map(([key, item]) => `${show(key, inner)} => ${show(item, inner)}`).join(', ')}}`
    }
    if (value instanceof Set) {
        return `Set{${[...value].map((item) => show(item, inner)).join(', ')}}`
    }
    if (value instanceof Date) return `<Date ${value.getTime()}>`
    if (Buffer.isBuffer(value)) return `<Buffer ${value.toString('hex')}>`
    return `{${Object.keys(value).map((key) => `${key}: ${show(value[key], inner)}`).join(', ')}}`
}

/** Logs what `expression` is, or what it throws. */
export function check(label, expression) {
    try {
        console.log(`${label} is ${show(expression())}`)
    } catch (error) {
        console.log(`${label} throws ${show(error)}`)
    }
}
