// Private fields become hashes, in the event and in its properties.

import type { PluginEvent } from '@posthog/plugin-scaffold'
import { anonymous } from './hash'
import { withoutSecrets } from './urls'

export function processEvent(event: PluginEvent, { config }: any): PluginEvent {
    const fields = (config.privateFields || '').split(',').map((field: string) => field.trim())
    for (const field of fields) {
        if (event.properties && field in event.properties && event.properties[field]) {
            event.properties[field] = anonymous(event.properties[field], config.salt)
        }
        if (field in event && (event as any)[field]) {
            ;(event as any)[field] = anonymous((event as any)[field], config.salt)
        }
    }
    for (const key of Object.keys(event.properties ?? {})) {
        event.properties![key] = withoutSecrets(event.properties![key])
    }
    return event
}
