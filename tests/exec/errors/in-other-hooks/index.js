export function processEvent(event) {
    return event
}

export function onEvent(event) {
    console.log('before')
    event.properties.missing.deep = 1
}

export function composeWebhook(event) {
    throw 'no webhook'
}

export function teardownPlugin({ global }) {
    global.missing.close()
}
