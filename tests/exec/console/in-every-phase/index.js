console.log('module body')

export function setupPlugin(meta) {
    console.warn('setup', Object.keys(meta.config))
}

export function processEvent(event) {
    console.log('process', event.event)
    return event
}

export function onEvent(event) {
    console.info('on', event.event, event.properties.$plugins_succeeded)
}

export function teardownPlugin() {
    console.debug('teardown')
}
