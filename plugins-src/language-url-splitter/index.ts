// /en/pricing is the page /pricing, read in English.

import type { PluginEvent } from '@posthog/plugin-scaffold'

export function processEvent(event: PluginEvent, { config }): PluginEvent {
    const path = event.properties?.$pathname
    if (typeof path !== 'string') {
        return event
    }
    const found = path.match(new RegExp(config.pattern))
    if (!found) {
        return event
    }
    event.properties![config.property] = found[Number(config.matchGroup)]
    if (config.replaceKey) {
        event.properties![config.replaceKey] = path.replace(new RegExp(config.replacePattern), config.replaceValue)
    }
    return event
}
