import type { Plugin, PluginEvent } from '@posthog/plugin-scaffold'

interface Input {
    config: { label?: string }
}

let order = ''
const next = (name: string) => {
    order += name
    return name
}

const plugin: Plugin<Input> = {
    composeWebhook: (event, { config }) => {
        if (event.event === 'skip') {
            return null
        }
        return { url: 'https://example.com/hook', method: 'POST', body: JSON.stringify({ name: event.event, label: config.label }) }
    },
    processEvent: async (event: PluginEvent, { storage }) => {
        const last = await storage.get('last', null)
        await storage.set('last', event.event)
        event.properties = { ...event.properties, last, order }
        return event
    },
    first: next('1'),
    second: next('2'),
} as unknown as Plugin<Input>

next('3')

export default plugin
