// The functions of an object in a constant are hooks with all that hooks can do.
const prefix = 'seen/'

const plugin = {
    setupPlugin: async ({ config, global, storage }) => {
        global.names = new Set((config.names || 'a,b').split(','))
        await storage.set('started', true)
    },
    async processEvent(event, { global, storage }) {
        const key = prefix + event.event
        const count = await storage.get(key, 0)
        await storage.set(key, count + 1)
        event.properties.before = count
        event.properties.started = await storage.get('started')
        event.properties.isListed = global.names.has(event.event)
        return helpers.finish(event)
    },
    note: 'no hook',
}

const helpers = { finish: (event) => ({ ...event, finished: true }) }

module.exports = plugin
