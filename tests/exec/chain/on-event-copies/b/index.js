export function onEvent(event) {
    console.log('b', event.properties.changed, 'kept' in event.properties, event.properties.list)
}

export function composeWebhook(event) {
    console.log('webhook', Object.keys(event), event.properties.changed)
    return null
}
