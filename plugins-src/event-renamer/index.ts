import { Plugin, PluginEvent } from '@posthog/plugin-scaffold'

enum Unknown {
    Keep = 'keep',
    Drop = 'drop',
    Mark = 'mark',
}

const rename = (event: PluginEvent): string | null => {
    switch (event.event) {
        case 'user.signup':
        case 'user.sign-up':
        case 'signup':
            return 'signed up'
        case 'checkout': {
            const total = Number(event.properties?.total)
            return total > 0 ? 'paid' : 'took it for free'
        }
        case 'logout':
            event.properties = { ...event.properties, reason: 'asked' }
        // an expired session is a log-out without a reason
        case 'session.expired':
            return 'logged out'
        default:
            return event.event.startsWith('$') ? event.event : null
    }
}

const plugin: Plugin<{ config: { unknown?: Unknown }; global: { seen: Record<string, number> } }> = {
    setupPlugin({ global }) {
        global.seen = {}
    },
    processEvent(event, { config, global }) {
        const name = rename(event)
        if (name === null && config.unknown === Unknown.Drop) {
            return null
        }
        if (name === null && config.unknown === Unknown.Mark) {
            event.event = `unknown: ${event.event}`
        } else {
            event.event = name ?? event.event
        }
        global.seen[event.event] = (global.seen[event.event] ?? 0) + 1
        event.properties ||= {}
        event.properties.times_seen = global.seen[event.event]
        return event
    },
    teardownPlugin({ global }) {
        console.log('seen:', global.seen)
    },
}

export default plugin
