// Parameters of the URL become properties. One that comes several times becomes a JSON list of its values.

import { URLSearchParams } from 'url'
import type { PluginEvent } from '@posthog/plugin-scaffold'

interface Settings {
    names: Set<string>
    ignoreCase: boolean
    person: boolean
    initial: boolean
    lists: boolean
}

export function setupPlugin({ config, global }: any): void {
    const names = (config.parameters || '').split(',').map((name: string) => name.trim())
    const ignoreCase = config.ignoreCase === 'true'
    const settings: Settings = {
        names: new Set(names.filter((name: string) => name !== '').map((name: string) => (ignoreCase ? name.toLowerCase() : name))),
        ignoreCase,
        person: config.setAsUserProperties === 'true',
        initial: config.setAsInitialUserProperties === 'true',
        lists: config.alwaysJson === 'true',
    }
    global.settings = settings
}

/** The values of each wanted parameter, under its name as configured. */
function wanted(query: URLSearchParams, settings: Settings): Map<string, string[]> {
    const found = new Map<string, string[]>()
    for (const [name, value] of query) {
        const key = settings.ignoreCase ? name.toLowerCase() : name
        if (settings.names.has(key)) {
            found.set(key, [...(found.get(key) ?? []), value])
        }
    }
    return found
}

export function processEvent(event: PluginEvent, { config, global }: any): PluginEvent {
    const url = event.properties?.$current_url
    if (!url || global.settings.names.size === 0) {
        return event
    }
    const { settings } = global
    for (const [name, values] of wanted(new URL(url).searchParams, settings)) {
        const key = `${config.prefix ?? ''}${name}${config.suffix ?? ''}`
        const value = values.length > 1 || settings.lists ? JSON.stringify(values) : values[0]
        event.properties![key] = value
        if (settings.person) {
            event.properties!.$set = { ...event.properties!.$set, [key]: value }
        }
        if (settings.initial) {
            event.properties!.$set_once = { ...event.properties!.$set_once, [`initial_${key}`]: value }
        }
    }
    return event
}
