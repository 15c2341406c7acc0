// Work that nobody awaits goes on: how far it is when the event is written depends on the number of jobs until then.
async function count(event, ticks, name) {
    for (let tick = 1; tick <= ticks; tick++) {
        await null
        event.properties[name] = tick
        event[name] = tick
    }
    console.log(name, 'done')
}

export function processEvent(event) {
    const { kind } = event.properties
    count(event, 20, 'a')
    if (kind === 'async') return (async () => { await null; count(event, 20, 'b'); return event })()
    if (kind === 'promise') return Promise.resolve(event)
    if (kind === 'dropped') return null
    if (kind === 'thrown') throw new Error('thrown')
    if (kind === 'rejected') return Promise.reject(new Error('rejected'))
    if (kind === 'copy') return { ...event, properties: { ...event.properties } }
    return event
}

export function onEvent(event) {
    console.log('onEvent', event.properties.a)
    Promise.resolve().then(() => console.log('left behind by onEvent'))
}

export function composeWebhook(event) {
    console.log('composeWebhook')
    const webhook = { url: 'https://example.com', body: 'x' }
    Promise.resolve().then(() => console.log('one')).then(() => console.log('two')).then(() => { webhook.url = 'https://example.org' })
    return event.properties.kind === 'promise' ? Promise.resolve(webhook) : webhook
}
