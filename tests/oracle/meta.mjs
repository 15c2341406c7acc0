// `meta` as the 2024 server built it: one object per plugin instance, `config` and `attachments` read-only, everything else live.
import fs from 'node:fs'
import path from 'node:path'

const contentTypes = { '.json': 'application/json', '.csv': 'text/csv', '.txt': 'text/plain' }

const source = `(function (parts, cacheRows, storageRows) {
    'use strict'
    const freeze = (value) => {
        if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) {
            Object.values(value).forEach(freeze)
            Object.freeze(value)
        }
        return value
    }
    const list = (key) => JSON.parse(cacheRows.get(key) ?? '[]')
    const cache = {
        async set(key, value, ttlSeconds, { jsonSerialize = true } = {}) {
            cacheRows.set(String(key), jsonSerialize ? JSON.stringify(value) : String(value))
        },
        async get(key, defaultValue, { jsonSerialize = true } = {}) {
            if (!cacheRows.has(String(key))) return defaultValue
            const text = cacheRows.get(String(key))
            if (!text) return null
            if (!jsonSerialize) return text
            try {
                return JSON.parse(text)
            } catch {
                return null
            }
        },
        async incr(key) {
            const next = Number(cacheRows.get(String(key)) ?? 0) + 1
            cacheRows.set(String(key), String(next))
            return next
        },
        async expire(key) {
            return cacheRows.has(String(key))
        },
    }
    const put = (key, value) => void storageRows.set(String(key), JSON.stringify(value))
    const storage = {
        async set(key, value) {
            if (value === undefined) storageRows.delete(String(key))
            else put(key, value)
        },
        async get(key, defaultValue) {
            return storageRows.has(String(key)) ? JSON.parse(storageRows.get(String(key))) : defaultValue
        },
        async del(key) {
            storageRows.delete(String(key))
        },
    }
    const cursor = {
        async init(key, initial) {
            const value = initial || 0
            if (typeof value !== 'number') throw new Error("The cursor's initial value must be a number!")
            if (!storageRows.has(String(key))) put(key, value)
        },
        async increment(key, incrementBy) {
            const by = incrementBy || 1
            if (typeof by !== 'number') throw new Error('The incrementBy value must be a number!')
            const next = Number(storageRows.get(String(key)) ?? 0) + by
            put(key, next)
            return next
        },
    }
    return { cache, config: freeze(parts.config), attachments: freeze(parts.attachments), storage, utils: { cursor }, global: {} }
})`

/** Builds the object. `spec` is a plugin entry of the pipeline, `base` the folder of the pipeline file. */
export function makeMeta(realm, spec, base, { cacheRows, storageRows }) {
    const config = realm.parse(JSON.stringify(spec.config ?? {}, fromEnvironment))
    const attachments = realm.run('({})')
    for (const [key, file] of Object.entries(spec.attachments ?? {})) {
        const contents = realm.adoptBuffer(fs.readFileSync(path.resolve(base, file)))
        const file_name = path.basename(file)
        const content_type = contentTypes[path.extname(file)] ?? 'application/octet-stream'
        attachments[key] = Object.assign(realm.run('({})'), { content_type, file_name, contents })
    }
    return realm.run(source)({ config, attachments }, cacheRows, storageRows)
}

/** `{ env = "NAME" }` stands for the value of an environment variable. */
function fromEnvironment(key, value) {
    const isSecret = value !== null && typeof value === 'object' && Object.keys(value).length === 1 && typeof value.env === 'string'
    return isSecret && key !== '' ? process.env[value.env] : value
}
