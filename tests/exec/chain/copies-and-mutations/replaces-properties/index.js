export function processEvent(event) {
    event.properties = { kept: event.properties.copied, $plugins_failed: 'own value', z: 1 }
    return event
}
