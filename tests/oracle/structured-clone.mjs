// `structuredClone` as source text, so that each realm has one that makes values of its own. Covers what events can hold; what cannot be
// cloned fails with the message that Node gives.

export const structuredCloneSource = `(function () {
    const toString = Object.prototype.toString
    const views = {
        DataView, Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array,
    }
    const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
    // As Node's native code makes them: the code is a property, and no part of the text.
    const nativeError = (code, message) => Object.assign(new TypeError(message), { code })
    class DOMException extends Error {
        constructor(message, name) {
            super(message)
            Object.defineProperty(this, 'name', { value: name })
            Object.defineProperty(this, 'code', { value: 25 })
        }
    }
    function clone(value, seen) {
        if (typeof value === 'symbol') {
            throw new DOMException(String(value) + ' could not be cloned.', 'DataCloneError')
        }
        if (typeof value === 'function') {
            throw new DOMException(value + ' could not be cloned.', 'DataCloneError')
        }
        if (value === null || typeof value !== 'object') {
            return value
        }
        if (seen.has(value)) {
            return seen.get(value)
        }
        const remember = (copy) => (seen.set(value, copy), copy)
        if (value instanceof Error) {
            const Type = Object.hasOwn(errors, value.name) ? errors[value.name] : Error
            const copy = remember(Object.create(Type.prototype))
            const made = new Type()
            seen.set(value, made)
            if ('message' in value) Object.defineProperty(made, 'message', { value: String(value.message), writable: true, configurable: true })
            if (Object.hasOwn(value, 'cause')) Object.defineProperty(made, 'cause', { value: clone(value.cause, seen), writable: true, configurable: true })
            Object.defineProperty(made, 'stack', { value: value.stack, writable: true, configurable: true })
            return made
        }
        switch (toString.call(value)) {
            case '[object Date]': return remember(new Date(+value))
            case '[object RegExp]': return remember(new RegExp(value.source, value.flags))
            case '[object Boolean]':
            case '[object Number]':
            case '[object String]':
            case '[object BigInt]': return remember(Object(value.valueOf()))
            case '[object Symbol]':
            case '[object Generator]':
            case '[object AsyncGenerator]': throw new DOMException(toString.call(value) + ' could not be cloned.', 'DataCloneError')
            case '[object WeakMap]': throw new DOMException('#<WeakMap> could not be cloned.', 'DataCloneError')
            case '[object WeakSet]': throw new DOMException('#<WeakSet> could not be cloned.', 'DataCloneError')
            case '[object Arguments]':
            case '[object Array Iterator]':
            case '[object Map Iterator]':
            case '[object Set Iterator]':
            case '[object String Iterator]': throw new DOMException('#<Object> could not be cloned.', 'DataCloneError')
            case '[object Promise]': throw new DOMException('#<Promise> could not be cloned.', 'DataCloneError')
        }
        if (toString.call(value) === '[object ArrayBuffer]') {
            return remember(value.slice(0))
        }
        if (ArrayBuffer.isView(value)) {
            const buffer = clone(value.buffer, seen)
            return remember(new views[toString.call(value).slice(8, -1)](buffer, value.byteOffset, value.length ?? value.byteLength))
        }
        if (value instanceof Map) {
            const copy = remember(new Map())
            for (const [key, item] of [...value]) copy.set(clone(key, seen), clone(item, seen))
            return copy
        }
        if (value instanceof Set) {
            const copy = remember(new Set())
            for (const item of [...value]) copy.add(clone(item, seen))
            return copy
        }
        const copy = remember(Array.isArray(value) ? new Array(value.length) : {})
        for (const key of Object.keys(value)) {
            Object.defineProperty(copy, key, { value: clone(value[key], seen), writable: true, enumerable: true, configurable: true })
        }
        return copy
    }
    return {
        structuredClone() {
            const [value, options] = arguments
            if (arguments.length === 0) {
                throw nativeError('ERR_MISSING_ARGS', 'The value argument must be specified')
            }
            if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function') {
                throw nativeError('ERR_INVALID_ARG_TYPE', 'The options argument must be either an object or undefined')
            }
            if (options && options.transfer !== undefined && options.transfer !== null && typeof options.transfer !== 'object') {
                throw nativeError('ERR_INVALID_ARG_TYPE', 'Optional transferList argument must be an iterable')
            }
            return clone(value, new Map())
        },
    }.structuredClone
})()`
