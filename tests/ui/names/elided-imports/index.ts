import type { Client } from 'pg'
import { PluginEvent, PluginMeta } from '@posthog/plugin-scaffold'
import { S3 } from 'aws-sdk'
import leftPad from 'left-pad'

interface Meta extends PluginMeta {
    global: { client: Client }
}

export function processEvent(event: PluginEvent, meta: Meta) {
    event.properties!.size = (meta.global.client as unknown as { size: number }).size
    return S3 ? event : undefined
}
