// A UUID of version 5 that follows from what the event says, in place of a random one.

import { createHash } from 'crypto'
import type { PluginEvent } from '@posthog/plugin-scaffold'

const NAMESPACE = '1e2f3a4b-5c6d-5e7f-8a9b-0c1d2e3f4a5b'

/** The two digits of each byte. */
const hexOfByte: string[] = []
for (let byte = 0; byte < 256; byte++) {
    hexOfByte.push((byte + 0x100).toString(16).substring(1))
}

function uuidFrom(text: string): string {
    const bytes = createHash('sha1').update(text).digest()
    bytes[6] = (bytes[6] & 0x0f) | 0x50
    bytes[8] = (bytes[8] & 0x3f) | 0x80
    let uuid = ''
    for (let i = 0; i < 16; i++) {
        uuid += i === 4 || i === 6 || i === 8 || i === 10 ? `-${hexOfByte[bytes[i]]}` : hexOfByte[bytes[i]]
    }
    return uuid
}

export function processEvent(event: PluginEvent, { config }: any): PluginEvent {
    if (!event.timestamp) {
        console.info('an event without a time cannot be recognized')
        return event
    }
    const properties = config.dedupMode === 'All Properties' ? `_${JSON.stringify(event.properties)}` : ''
    const key = `${NAMESPACE}_${event.team_id}_${event.distinct_id}_${event.event}_${event.timestamp}${properties}`
    event.uuid = uuidFrom(key)
    return event
}
