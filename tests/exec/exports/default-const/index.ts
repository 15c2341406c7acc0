import type { Plugin } from '@posthog/plugin-scaffold'

const plugin: Plugin = {
    processEvent(event) {
        event.properties.form = 'default const'
        return event
    },
}

export default plugin
