export let processEvent = (event) => ({ ...event, which: 'first' })
processEvent = (event) => ({ ...event, which: 'second' })

export function setupPlugin() {
    processEvent = (event) => ({ ...event, which: 'third, too late' })
}
