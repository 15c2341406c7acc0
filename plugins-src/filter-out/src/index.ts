import type { PluginEvent } from '@posthog/plugin-scaffold'
import { Condition, holds } from './conditions'

export function setupPlugin({ config, global }) {
    try {
        const filters: Condition[] | Condition[][] = JSON.parse(config.filters || '[]')
        // One group may be written without the list around it.
        global.groups = Array.isArray(filters[0]) || filters.length === 0 ? filters : [filters]
    } catch (error) {
        throw new Error('Could not parse filters: ' + error.message)
    }
    global.drops = (config.eventsToDrop || '').split(',').map((name) => name.trim())
    global.keepsAbsent = config.keepUndefinedProperties === 'Yes'
}

export function processEvent(event: PluginEvent, { global }): PluginEvent | undefined {
    if (global.drops.includes(event.event)) {
        return undefined
    }
    const { properties } = event
    if (!properties || global.groups.length === 0) {
        return event
    }
    const isKept = global.groups.some((group) => group.every((one) => holds(one, properties, global.keepsAbsent)))
    return isKept ? event : undefined
}
