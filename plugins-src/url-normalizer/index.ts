// Every URL of a page becomes the same: lower case, no slash at the end of its path.

import type { PluginEvent } from '@posthog/plugin-scaffold'

function normalized(text: string): string {
    const url = new URL(text.toLowerCase())
    if (url.pathname.length > 1 && url.pathname.endsWith('/')) {
        url.pathname = url.pathname.slice(0, -1)
    }
    return url.href
}

export function processEvent(event: PluginEvent): PluginEvent {
    const current = event.properties?.$current_url
    if (!current) {
        return event
    }
    try {
        event.properties!.$current_url = normalized(current)
    } catch {
        throw `Cannot normalize "${current}": it is no URL`
    }
    console.debug(`${current} is now ${event.properties!.$current_url}`)
    return event
}
