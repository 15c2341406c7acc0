import { PluginEvent, PluginMeta } from '@posthog/plugin-scaffold'
import { normalize, problemOf } from './rules'
import { EventSchema, Schema, Violation } from './types'

type EnforcerMeta = PluginMeta<any> & { global: { schema: Schema; counts: Map<string, number> } }

function violationsOf(properties: Record<string, unknown>, schema: EventSchema): Violation[] {
    const violations: Violation[] = []
    for (const [property, rule] of Object.entries(schema)) {
        const problem = problemOf(properties[property], normalize(rule))
        if (problem) {
            violations.push({ property, problem })
        }
    }
    return violations
}

export function setupPlugin({ attachments, global }: EnforcerMeta) {
    if (!attachments.schema) {
        throw new Error('No schema is attached')
    }
    try {
        global.schema = JSON.parse(attachments.schema.contents.toString())
    } catch {
        throw new Error(`Could not parse ${attachments.schema.file_name} (${attachments.schema.content_type})`)
    }
    global.counts = new Map()
}

export function processEvent(event: PluginEvent, { config, global }: EnforcerMeta): PluginEvent | null {
    const schema = global.schema[event.event]
    if (!schema) {
        return config.allowUnknownEvents === 'drop' ? null : event
    }

    const violations = violationsOf(event.properties ?? {}, schema)
    if (violations.length === 0) return event

    global.counts.set(event.event, (global.counts.get(event.event) ?? 0) + violations.length)
    switch (config.violation) {
        case 'drop':
            console.warn('dropped', event.event, violations)
            return null
        case 'strip':
            violations.forEach(({ property }) => delete event.properties![property])
            break
        default:
            event.properties = { ...event.properties, $violations: violations.map((v) => `${v.property} ${v.problem}`) }
    }
    return event
}

export function teardownPlugin({ global }: EnforcerMeta) {
    for (const [name, count] of global.counts) {
        console.info(name, count)
    }
}
