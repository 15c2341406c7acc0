// Keeps a share of the events.

import { createHash } from 'crypto'
import type { PluginEvent } from '@posthog/plugin-scaffold'

/** The largest number of 15 hexadecimal digits. */
const LARGEST = 0xfffffffffffffff

export function setupPlugin({ config, global }: any): void {
    const percentage = parseFloat(config.percentage)
    if (isNaN(percentage) || percentage > 100 || percentage < 0) {
        throw new Error('Percentage must be a number between 0 and 100.')
    }
    global.percentage = percentage
    global.random = config.samplingMethod === 'Random sampling'
    global.only = (config.triggeringEvents || '')
        .split(',')
        .map((name: string) => name.trim())
        .filter((name: string) => name)
}

/** Where a person stands between 0 and 1, always at the same place. */
function share(distinctId: string): number {
    const digits = createHash('sha256').update(distinctId).digest('hex').substring(0, 15)
    return parseInt(digits, 16) / LARGEST
}

export function processEvent(event: PluginEvent, { global }: any): PluginEvent | null {
    if (global.only.length > 0 && !global.only.includes(event.event)) {
        return event
    }
    if (global.random) {
        return Math.round(Math.random() * 100) <= global.percentage ? event : null
    }
    return share(event.distinct_id) <= global.percentage / 100 ? event : null
}
