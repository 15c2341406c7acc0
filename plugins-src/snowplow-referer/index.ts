// Where a visitor comes from, by the domain of the referring page. The event is left alone; a changed copy goes on.

import type { PluginEvent } from '@posthog/plugin-scaffold'
import referers from './referers.json'

interface Source {
    medium: string
    name: string
    parameters: string[]
}

/** Every domain with what it stands for. */
const sources = new Map<string, Source>()
for (const [medium, group] of Object.entries(referers)) {
    for (const [name, { domains, parameters = [] }] of Object.entries(group as Record<string, any>)) {
        for (const domain of domains) {
            sources.set(domain, { medium, name, parameters })
        }
    }
}

/** The source of a host, or of the domain that it belongs to. */
function sourceOf(host: string): Source | undefined {
    const labels = host.split('.')
    while (labels.length > 1) {
        const source = sources.get(labels.join('.'))
        if (source) {
            return source
        }
        labels.shift()
    }
    return undefined
}

function parse(referrer: string, internal: string[]) {
    let url
    try {
        url = new URL(referrer)
    } catch {
        return { medium: 'unknown' }
    }
    if (internal.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`))) {
        return { medium: 'internal' }
    }
    const source = sourceOf(url.hostname)
    if (!source) {
        return { medium: url.protocol === 'http:' || url.protocol === 'https:' ? 'referral' : 'unknown', name: url.hostname }
    }
    const parameter = source.parameters.find((name) => url.searchParams.has(name))
    const term = parameter === undefined ? undefined : url.searchParams.get(parameter)
    return { medium: source.medium, name: source.name, term }
}

export function processEvent(event: PluginEvent, { config }: any): PluginEvent {
    const referrer = event.properties?.$referrer
    if (typeof referrer !== 'string') {
        return event
    }
    if (referrer === '$direct' || referrer === '') {
        return { ...event, properties: { ...event.properties, referrer_medium: 'direct' } }
    }
    const internal = (config.internal_domains || '').split(',').map((domain: string) => domain.trim().toLowerCase())
    const { medium, name, term } = parse(
        referrer,
        internal.filter((domain: string) => domain)
    )
    const found = { referrer_medium: medium, referrer_name: name, referrer_term: term }
    return { ...event, properties: { ...event.properties, ...found, $set_once: { ...event.properties?.$set_once, initial_referrer_medium: medium } } }
}
