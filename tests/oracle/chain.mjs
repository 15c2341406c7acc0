// The chain rules: which plugins see an event, what their results mean, and what the trace says of it.
import { Instance } from './instance.mjs'
import { errorText } from './realm.mjs'

class IllegalOperationError extends Error {
    name = 'IllegalOperationError'
}

/** mulberry32, as the contract fixes it for `--seed`. */
function seededRandom(seed) {
    let state = seed | 0
    return () => {
        state = (state + 0x6d2b79f5) | 0
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
    }
}

const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
        await new Promise(setImmediate)
    }
}

const newEntry = () => ({ failed: [], logs: [], requests: [], captures: [] })

export class Run {
    /** `pipeline` as in the contract (parsed), relative to folder `base`. */
    constructor(pipeline, base, { clock, seed, ticks = [], taskTimeout = 30, branches, definitions } = {}) {
        let uuids = 0
        this.host = {
            clock: typeof clock === 'string' ? Date.parse(clock) : clock,
            random: seed === undefined ? Math.random : seededRandom(seed),
            randomUUID: seed === undefined ? undefined : () => `00000000-0000-4000-8000-${(++uuids).toString(16).padStart(12, '0')}`,
            taskTimeout,
            branches,
            definitions,
        }
        this.ticks = ticks
        this.entry = newEntry()
        this.trace = []
        this.output = []
        this.rejects = []
        this.writesStatus = pipeline.output?.plugin_status ?? true
        const chainOf = (list = []) =>
            list.filter((spec) => spec.enabled !== false).map((spec) => new Instance(this, spec, base, list.indexOf(spec) + 1))
        this.defaultChain = chainOf(pipeline.plugin)
        this.teamChains = new Map(Object.entries(pipeline.team ?? {}).map(([team, { plugin }]) => [Number(team), chainOf(plugin)]))
    }

    get instances() {
        return [this.defaultChain, ...this.teamChains.values()].flat()
    }

    fail(instance, error) {
        this.entry.failed.push({ plugin: instance.name, error: errorText(error) })
    }

    /** Ends a line of the trace; `head` is its first member as JSON text. Lines of phases are written only where something happened. */
    endLine(head, { always }) {
        const entry = this.entry
        this.entry = newEntry()
        if (always || Object.values(entry).some((list) => list.length > 0)) {
            this.trace.push(`{${head},${JSON.stringify(entry).slice(1)}`)
        }
    }

    async phase(name, hook) {
        for (const instance of this.instances) {
            try {
                await hook(instance)
            } catch (error) {
                this.fail(instance, error)
            }
            await settle()
        }
        this.endLine(`"phase":"${name}"`, { always: false })
    }

    /** Runs everything over the lines of an NDJSON text. */
    async all(input) {
        await this.begin()
        for (const line of input.split('\n')) {
            if (line.trim() !== '') {
                await this.line(line)
            }
        }
        await this.finish()
    }

    async begin() {
        await this.phase('setup', (instance) => instance.start())
    }

    async finish() {
        for (const tick of this.ticks) {
            await this.phase('tick', (instance) => instance.call(tick))
        }
        await this.phase('teardown', (instance) => instance.call('teardownPlugin'))
    }

    /** Drops what was written. */
    forget() {
        this.trace.length = this.output.length = this.rejects.length = 0
    }

    /** What `meta.storage` holds, as JSON lines, sorted by plugin and key. */
    stored() {
        return this.instances.flatMap(({ name, storageRows }) =>
            [...storageRows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `{"plugin":${JSON.stringify(name)},"key":${JSON.stringify(key)},"value":${value}}`)
        )
    }

    async line(line) {
        const realm = (this.defaultChain[0] ?? this.instances[0])?.realm
        let event
        try {
            event = (realm?.parse ?? JSON.parse)(line)
        } catch {
            event = undefined
        }
        if (event === null || typeof event !== 'object' || Array.isArray(event)) {
            this.rejects.push(line)
            return
        }
        const text = await this.event(event)
        if (text !== undefined) {
            this.output.push(text)
        }
        this.endLine(`"event":${text ?? 'null'}`, { always: true })
    }

    /** Runs one event through its chain; the text of what survived, or undefined. */
    async event(original) {
        const chain = (typeof original.team_id === 'number' && this.teamChains.get(original.team_id)) || this.defaultChain
        const event = await this.transform(chain, original)
        let text
        if (event) {
            try {
                text = JSON.stringify(event)
            } catch (error) {
                this.fail({ name: 'output' }, error)
            }
        }
        await settle()
        if (text !== undefined) {
            await this.deliver(chain, text)
        }
        return text
    }

    async transform(chain, original) {
        const team = original.team_id
        const succeeded = []
        const failed = []
        let current = original
        for (const instance of chain.filter((one) => one.has('processEvent'))) {
            try {
                const result = (await instance.call('processEvent', current)) || null
                current = result
                if (result === null) {
                    return null
                }
                if (result.team_id !== team) {
                    // Modules are strict, as the server's code was: writing to a primitive or a frozen object throws.
                    result.team_id = team
                    throw new IllegalOperationError('Plugin tried to change event.team_id')
                }
                succeeded.push(instance.name)
            } catch (error) {
                failed.push(instance.name)
                this.fail(instance, error)
            }
        }
        const isObject = typeof current === 'object' || typeof current === 'function'
        if (this.writesStatus && isObject && succeeded.length + failed.length > 0) {
            try {
                current.properties = { ...current.properties, $plugins_succeeded: succeeded, $plugins_failed: failed }
            } catch {
                // A frozen event cannot take them.
            }
        }
        return current
    }

    /** What happens after the chain: onEvent, then composeWebhook, each plugin with a copy of its own. */
    async deliver(chain, text) {
        for (const instance of chain) {
            try {
                await instance.call('onEvent', instance.realm?.parse(text))
            } catch (error) {
                this.fail(instance, error)
            }
            await settle()
        }
        for (const instance of chain.filter((one) => one.has('composeWebhook'))) {
            try {
                this.webhook(instance, await instance.call('composeWebhook', webhookEvent(instance.realm, text)))
            } catch (error) {
                this.fail(instance, error)
            }
            await settle()
        }
    }

    webhook(instance, webhook) {
        if (!webhook) {
            return
        }
        const { url, method, headers, body } = webhook
        const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])
        this.entry.requests.push({
            plugin: instance.name,
            via: 'webhook',
            method: method || 'POST',
            url: url ?? null,
            headers: Object.fromEntries(named),
            body: body ?? null,
        })
    }
}

function webhookEvent(realm, text) {
    const { uuid, event, team_id, distinct_id, properties, timestamp } = realm.parse(text)
    const parses = typeof timestamp === 'string' && !Number.isNaN(Date.parse(timestamp))
    const date = parses ? new (realm.intrinsics.get('Date'))(timestamp) : timestamp
    return Object.assign(realm.run('({})'), { uuid, event, team_id, distinct_id, properties, timestamp: date })
}
