import type { PluginInput, PostHogEvent, Webhook } from '@posthog/plugin-scaffold'

interface WebhookConfig {
    url: string
    eventsToSend?: string
    token?: string
    method?: string
}

type WebhookPlugin = PluginInput & { config: WebhookConfig; global: { events: string[] } }

/** An empty list of events stands for all of them. */
function isWanted(name: string, events: string[]): boolean {
    return events.length === 0 || events.includes(name)
}

export function setupPlugin({ config, global }: WebhookPlugin): void {
    if (!config.url.startsWith('http')) {
        throw new Error(`The webhook URL must start with http, but it is "${config.url}"`)
    }
    global.events = config.eventsToSend ? config.eventsToSend.split(',').map((name) => name.trim()) : []
}

export function composeWebhook(event: PostHogEvent, { config, global }: WebhookPlugin): Webhook | null {
    if (!isWanted(event.event, global.events)) {
        return null
    }
    const headers: Record<string, string> = { 'Content-Type': 'application/json' }
    if (config.token) {
        headers.Authorization = `Bearer ${config.token}`
    }
    const { uuid, team_id, distinct_id, properties } = event
    return {
        url: config.url,
        method: config.method,
        headers,
        body: JSON.stringify({ event: event.event, uuid, team_id, distinct_id, properties: { ...properties, $sent_by: 'webhook' } }),
    } as Webhook
}
