// Greets everyone whose events come with properties.

import type { Meta, PluginEvent } from '@posthog/plugin-scaffold'

export function setupPlugin({ config, global }: Meta): void {
    global.greeting = `Hello, ${config.name || 'world'}!`
}

export function processEvent(event: PluginEvent, { global }: Meta): PluginEvent | null {
    if (event.event === '$heartbeat') {
        return null
    }
    if (event.properties) {
        event.properties.greeting = global.greeting
    }
    return event
}
