// One configured plugin: its realm, its meta and the hooks that PostHog's export rules find.
import path from 'node:path'
import { evaluate, mainFile, readManifest } from './modules.mjs'
import { makeMeta } from './meta.mjs'
import { Realm } from './realm.mjs'

const guardedHooks = ['setupPlugin', 'teardownPlugin', 'onEvent', 'processEvent']
const plainHooks = ['composeWebhook', 'processEventBatch']

export class Instance {
    /** `spec` is a plugin entry of the pipeline file in folder `base`; `position` counts from 1; `run` is the whole run. */
    constructor(run, spec, base, position) {
        const folder = path.resolve(base, spec.source)
        const manifest = readManifest(folder)
        this.run = run
        this.name = `${manifest.name ?? path.basename(folder)} (${spec.id ?? position})`
        this.folder = folder
        this.manifest = manifest
        this.spec = spec
        this.base = base
        this.methods = {}
        this.storageRows = new Map()
    }

    /** Evaluates the module and calls `setupPlugin`. A failure of either takes the plugin out of the chain. */
    async start() {
        try {
            this.load()
            await this.call('setupPlugin')
        } catch (error) {
            this.methods = {}
            this.run.fail(this, error)
        }
    }

    load() {
        const { run } = this
        this.realm = new Realm({
            ...run.host,
            consoleLine: (level, message) => run.entry.logs.push({ plugin: this.name, level, message }),
        })
        this.meta = makeMeta(this.realm, this.spec, this.base, { cacheRows: new Map(), storageRows: this.storageRows })
        const destinations = evaluate(this.realm, this.folder, mainFile(this.folder, this.manifest)).filter((one) => typeof one === 'object')
        // Every destination is enumerated, so that a null among them fails here, as it did on the server.
        const sizes = destinations.map((one) => Object.keys(one).length)
        if (sizes.every((size) => size === 0)) {
            destinations.push(this.realm.global)
        }
        const exported = (name) => destinations.find((one) => one[name])?.[name]
        for (const name of [...guardedHooks, ...plainHooks, ...run.ticks]) {
            const func = exported(name)
            if (func) {
                this.methods[name] = (...args) => func(...args, this.meta)
            }
        }
        const batch = this.methods.processEventBatch
        if (batch && !this.methods.processEvent) {
            const list = this.realm.run('(event) => [event]')
            this.methods.processEvent = async (event) => (await batch(list(event), this.meta))?.[0]
        }
    }

    has(name) {
        return name in this.methods
    }

    /** Calls a hook where it exists and waits for its result; hooks other than composeWebhook are raced against the time limit. */
    async call(name, ...args) {
        const method = this.methods[name]
        if (!method) {
            return undefined
        }
        for (const arg of args) {
            this.realm.adopt(arg)
        }
        try {
            return guardedHooks.includes(name) ? await this.race(name, method(...args)) : await method(...args)
        } catch (error) {
            throw this.realm.adopt(error)
        }
    }

    async race(name, result) {
        if (typeof result?.then !== 'function') {
            return result
        }
        const seconds = this.run.host.taskTimeout
        let timer
        const late = new Promise((_, reject) => {
            const error = new Error(
                `Script execution timed out after promise waited for ${seconds} second${seconds === 1 ? '' : 's'} (${this.manifest.name ?? path.basename(this.folder)}, name: ${name}, pluginConfigId: ${this.name.slice(this.name.lastIndexOf('(') + 1, -1)})`
            )
            error.name = 'TimeoutError'
            timer = setTimeout(reject, seconds * 1000, error)
        })
        try {
            return await Promise.race([result, late])
        } finally {
            clearTimeout(timer)
        }
    }
}
