// Hooks written in the ways that plugins write them.
const prefix = 'p'

const enrich = ({ properties, ...event }, { config: { name = 'nobody', ...options }, global: state }) => {
    state.count = (state.count || 0) + 1
    return { ...event, properties: { ...properties, [`${prefix}_name`]: name, options, count: state.count } }
}

export const processEvent = enrich

export const onEvent = async ({ event, properties: { p_name: who } = {} }, { global: { count } }) => {
    console.log(`${event} by ${who}, ${count}`)
}

export async function setupPlugin({ config, global, attachments = {}, storage }) {
    global.ready = Object.keys(config).length
    console.log('ready', global.ready, Object.keys(attachments).length)
}
