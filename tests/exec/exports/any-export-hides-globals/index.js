export function setupPlugin() {
    console.log('set up')
}

function processEvent(event) {
    event.properties.never = true
    return event
}
