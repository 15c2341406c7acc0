// Beside the programs of a crate: says everything about a value that a program can tell, in bounded text.

const MANY = 70

function property(object, key, seen) {
    const found = Object.getOwnPropertyDescriptor(object, key)
    if (found === undefined) return '<gone>'
    const attributes = (found.enumerable ? '' : '~') + (found.configurable ? '' : '!')
    if ('value' in found) return `${attributes}${found.writable ? '' : '='}${show(found.value, seen)}`
    return `${attributes}<${found.get ? 'get' : ''} ${found.set ? 'set' : ''}>`
}

function properties(value, seen, skipped) {
    const keys = Reflect.ownKeys(value).filter((key) => !skipped(key))
    return keys.slice(0, MANY).map((key) => `${String(key)}: ${property(value, key, seen)}`)
}

function isIndex(key) {
    return typeof key === 'string' && String(key >>> 0) === key
}

function body(value, seen) {
    if (Array.isArray(value)) {
        const items = []
        for (let i = 0; i < value.length && i < MANY; i++) {
            items.push(i in value ? show(value[i], seen) : '<hole>')
        }
        if (value.length > MANY) items.push(`and ${value.length}`)
        items.push(...properties(value, seen, (key) => isIndex(key) || key === 'length'))
        return `[${items.join(', ')}]`
    }
    // Errors of Node's own builtins are of another realm.
    if (Object.prototype.toString.call(value) === '[object Error]') {
        return `<${value.name}: ${value.message} ${properties(value, seen, (key) => key === 'stack' || key === 'message').join(', ')}>`
    }
    if (value instanceof Map) {
        return `Map{${[...value].map(([key, item]) => `${show(key, seen)} => ${show(item, seen)}`).join(', ')}}`
    }
    if (value instanceof Set) return `Set{${[...value].map((item) => show(item, seen)).join(', ')}}`
    if (value instanceof Date) return `<Date ${value.getTime()}>`
    if (value instanceof RegExp) return `<RegExp ${value.source} ${value.flags} ${show(value.lastIndex, seen)}>`
    if (ArrayBuffer.isView(value) && value.length !== undefined) {
        const items = []
        for (let i = 0; i < value.length && i < MANY; i++) items.push(show(value[i], seen))
        return `<bytes ${items.join(' ')}>`
    }
    return `{${properties(value, seen, () => false).join(', ')}}`
}

export function show(value, seen = []) {
    if (typeof value === 'string') return JSON.stringify(value.length > 400 ? `${value.slice(0, 400)}… ${value.length}` : value)
    if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
    if (typeof value === 'bigint') return `${value}n`.slice(-400)
    if (typeof value === 'function') {
        const own = properties(value, [...seen, value], (key) => ['length', 'name', 'prototype', 'arguments', 'caller'].includes(key))
        return `<function ${String(value.name)}/${String(value.length)} ${own.join(', ')}>`
    }
    if (value === null || typeof value !== 'object') return String(value)
    // Node's has the plugin's own functions among its properties.
    if (value === globalThis) return '<global>'
    if (seen.includes(value)) return '<cycle>'
    if (seen.length > 4) return '<deep>'
    try {
        return Object.prototype.toString.call(value).slice(8, -1).replace(/^(Object|Array|Map|Set|Date|RegExp|Error)$/, '') + body(value, [...seen, value])
    } catch (error) {
        return `<shows ${String(error?.message)}>`
    }
}
