export function setupPlugin({ config }) {
    console.log('setting up')
    if (!config.apiKey) {
        throw new Error('An API key is needed')
    }
}

export function processEvent(event) {
    event.properties.never = true
    return event
}

export function onEvent() {
    console.log('never')
}

export function teardownPlugin() {
    console.log('never')
}
