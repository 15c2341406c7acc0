// One plugin instance's JavaScript world: a `vm` context with the globals that PostHog's sandbox documented, and no others.
import vm from 'node:vm'
import url from 'node:url'
import util from 'node:util'
import crypto from 'node:crypto'
import { structuredCloneSource } from './structured-clone.mjs'

const intrinsicNames = [
    'Object', 'Array', 'Function', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Date', 'RegExp', 'Promise', 'Boolean', 'Number', 'String', 'Symbol', 'BigInt',
    'Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'AggregateError',
]

/** Every realm's intrinsic prototypes, by the name of their constructor. */
const nameOfPrototype = new WeakMap()
for (const name of intrinsicNames) {
    nameOfPrototype.set(globalThis[name].prototype, name)
}

const setup = `({
    loopCheck: (limit) => (start, line, column) => {
        if (__loopExpired(start)) {
            throw new Error('Script execution timed out after looping for ' + limit + ' on line ' + line + ':' + column)
        }
    },
    RetryError: class RetryError extends Error {
        constructor(message) {
            super(message)
            this.name = 'RetryError'
        }
        get nameWithAttempts() {
            return this._attempt && this._maxAttempts ? this.name + ' (attempt ' + this._attempt + '/' + this._maxAttempts + ')' : this.name
        }
        toString() {
            return this.message ? this.nameWithAttempts + ': ' + this.message : this.nameWithAttempts
        }
    },
    structuredClone: ${structuredCloneSource},
})`

export class Realm {
    /** `host` has `clock` (milliseconds or undefined), `random()`, `randomUUID()` (or undefined), `taskTimeout` (seconds), `consoleLine(level, message)`. */
    constructor(host) {
        this.host = host
        this.context = vm.createContext({})
        this.global = this.run('globalThis')
        this.intrinsics = new Map(intrinsicNames.map((name) => [name, this.run(name)]))
        for (const [name, constructor] of this.intrinsics) {
            nameOfPrototype.set(constructor.prototype, name)
        }
        this.parse = this.run('JSON.parse')
        /** Prototypes of this realm by those of the host that they stand for. */
        this.hostPrototypes = new Map()
        this.defineGlobals()
    }

    /** Runs sloppy script code. */
    run(code) {
        return vm.runInContext(code, this.context, { filename: 'index.js' })
    }

    /** Defines a global that enumeration does not show. */
    define(name, value, { frozen = false } = {}) {
        Object.defineProperty(this.context, name, { value, enumerable: false, writable: !frozen, configurable: !frozen })
    }

    defineGlobals() {
        const { host } = this
        const seconds = host.taskTimeout
        this.define('__loopStart', () => Date.now())
        this.define('__loopExpired', (start) => Date.now() - start > seconds * 1000)
        const { loopCheck, RetryError, structuredClone } = this.run(setup)
        this.define('__loopCheck', loopCheck(`${seconds} second${seconds === 1 ? '' : 's'}`))
        this.define('structuredClone', structuredClone)
        this.define('global', this.global)
        this.define('Buffer', this.buffer())
        this.define('RetryError', Object.freeze(RetryError), { frozen: true })
        this.define('console', Object.freeze(this.console()), { frozen: true })
        const hostUrl = { ...url, URL: this.hostClass(URL), URLSearchParams: this.hostClass(URLSearchParams), domainToASCII: this.guarded(url.domainToASCII) }
        this.define('URL', hostUrl.URL, { frozen: true })
        const hostCrypto = { ...crypto, Hash: this.hostClass(crypto.Hash), Hmac: this.hostClass(crypto.Hmac) }
        for (const name of ['createHash', 'createHmac', 'randomBytes', 'randomInt', 'randomUUID', 'timingSafeEqual']) {
            hostCrypto[name] = this.guarded(crypto[name])
        }
        if (host.randomUUID) {
            hostCrypto.randomUUID = this.guarded((options) => crypto.randomUUID(options) && host.randomUUID())
        }
        this.define('__hostImports', { crypto: hostCrypto, 'node:crypto': hostCrypto, url: hostUrl, 'node:url': hostUrl, util, 'node:util': util, '@posthog/plugin-scaffold': { RetryError } })
        this.run('Math').random = host.random
        if (host.branches) {
            this.define('__marks', host.branches.marks)
        }
        if (host.clock !== undefined) {
            this.stopClock(host.clock)
        }
    }

    /** A function of the host that throws errors of this realm, and makes buffers whose methods do. */
    guarded(hostFunction) {
        const realm = this
        return function (...args) {
            try {
                return realm.adoptResult(hostFunction.apply(this, args))
            } catch (error) {
                throw realm.adopt(error)
            }
        }
    }

    /** What a function of the host returns, as a value of this realm. */
    adoptResult(result) {
        if (result === null || typeof result !== 'object') {
            return result
        }
        if (Buffer.isBuffer(result)) {
            return this.adoptBuffer(result)
        }
        const own = this.hostPrototypes.get(Object.getPrototypeOf(result))
        return own ? Object.setPrototypeOf(result, own) : Array.isArray(result) ? this.adopt(result) : result
    }

    /** A class of the host, for this realm: what it makes throws errors of this realm. */
    hostClass(hostClass) {
        const prototype = Object.create(hostClass.prototype)
        this.hostPrototypes.set(hostClass.prototype, prototype)
        for (const key of Reflect.ownKeys(hostClass.prototype)) {
            const descriptor = Object.getOwnPropertyDescriptor(hostClass.prototype, key)
            for (const part of ['value', 'get', 'set']) {
                if (typeof descriptor[part] === 'function') {
                    descriptor[part] = this.guarded(descriptor[part])
                }
            }
            Object.defineProperty(prototype, key, descriptor)
        }
        const guarded = this.guarded((...args) => Reflect.construct(hostClass, args))
        const own = new Proxy(hostClass, {
            apply: this.guarded((target, self, args) => Reflect.apply(target, self, args)),
            construct: (target, args) => guarded(...args),
            get: (target, key) => (typeof target[key] === 'function' ? this.guarded(target[key]) : target[key]),
        })
        Object.defineProperty(prototype, 'constructor', { value: own, writable: true, configurable: true })
        return own
    }

    /** `Buffer`, for this realm. */
    buffer() {
        this.bufferPrototype = Object.create(Buffer.prototype)
        for (const name of Object.getOwnPropertyNames(Buffer.prototype)) {
            const method = Object.getOwnPropertyDescriptor(Buffer.prototype, name).value
            if (typeof method === 'function' && name !== 'constructor') {
                Object.defineProperty(this.bufferPrototype, name, { value: this.guarded(method), writable: true, configurable: true })
            }
        }
        return new Proxy(Buffer, { get: (target, key) => (typeof target[key] === 'function' ? this.guarded(target[key]) : target[key]) })
    }

    adoptBuffer(buffer) {
        return Object.setPrototypeOf(buffer, this.bufferPrototype)
    }

    stopClock(now) {
        const RealDate = this.run('Date')
        const stopped = () => now
        const clocked = new Proxy(RealDate, {
            apply: () => new RealDate(now).toString(),
            construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now] : args, newTarget === clocked ? target : newTarget),
            get: (target, key) => (key === 'now' ? stopped : target[key]),
        })
        RealDate.prototype.constructor = clocked
        this.define('Date', clocked)
    }

    /** Node's own errors have a class each, whose `toString` shows the code. */
    adoptNodeError(error, prototype) {
        let above = Object.getPrototypeOf(prototype)
        while (above && !nameOfPrototype.has(above)) {
            above = Object.getPrototypeOf(above)
        }
        const base = above && nameOfPrototype.get(above)
        if (base) {
            const { toString } = prototype
            Object.setPrototypeOf(error, Object.create(this.intrinsics.get(base).prototype, { toString: { value: toString } }))
        }
    }

    /** PostHog's console: five methods, each returning a promise that rejects where an argument cannot be formatted. */
    console() {
        const PluginPromise = this.intrinsics.get('Promise')
        const methods = this.run('({})')
        for (const name of ['debug', 'error', 'info', 'log', 'warn']) {
            methods[name] = (...args) => {
                try {
                    const message = args.map(formatLogArgument).join(' ')
                    // The server dropped longer entries whole.
                    if (message.length <= 50_000) {
                        this.host.consoleLine(name.toUpperCase(), message)
                    }
                    return PluginPromise.resolve()
                } catch (error) {
                    const rejected = PluginPromise.reject(error)
                    // The server let it go by unhandled; here that must not end the process.
                    rejected.catch(() => {})
                    return rejected
                }
            }
        }
        return methods
    }

    /** Defines live getters on `exports` for `{ name: () => value }`. */
    live(exports) {
        return (getters) => {
            for (const name of Object.keys(getters)) {
                Object.defineProperty(exports, name, { enumerable: true, get: getters[name] })
            }
        }
    }

    /**
     * Gives the intrinsic prototypes of this realm to everything reachable from `value`, keeping identities: the sandbox made values of the
     * host and of other plugins look native.
     */
    adopt(value, seen = new Set()) {
        if (value === null || typeof value !== 'object' || seen.has(value)) {
            return value
        }
        seen.add(value)
        const prototype = Object.getPrototypeOf(value)
        const name = prototype && nameOfPrototype.get(prototype)
        const own = name && this.intrinsics.get(name).prototype
        if (own && own !== prototype && Object.isExtensible(value)) {
            Object.setPrototypeOf(value, own)
        }
        if (value instanceof Error && !name) {
            this.adoptNodeError(value, prototype)
        }
        if (ArrayBuffer.isView(value)) {
            return value
        }
        for (const key of Reflect.ownKeys(value)) {
            const descriptor = Object.getOwnPropertyDescriptor(value, key)
            if ('value' in descriptor) {
                this.adopt(descriptor.value, seen)
            }
        }
        if (name === 'Map' || name === 'Set') {
            for (const item of value instanceof this.intrinsics.get('Map') ? [...value].flat() : value) {
                this.adopt(item, seen)
            }
        }
        return value
    }
}

function formatLogArgument(arg) {
    const text = String(arg)
    return text === '[object Object]' || Array.isArray(arg) ? JSON.stringify(arg) : text
}

/** `String(error)`; where that throws, the text of what it threw. */
export function errorText(error) {
    try {
        return String(error)
    } catch (second) {
        return errorText(second)
    }
}
