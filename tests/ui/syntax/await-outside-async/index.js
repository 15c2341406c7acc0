const names = await load()

async function load() {
    return ['a']
}

export function processEvent(event) {
    event.properties.names = names
    return event
}
