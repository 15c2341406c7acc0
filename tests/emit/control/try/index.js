function parse(text) {
    try {
        return JSON.parse(text)
    } catch {
        return null
    }
}

function first(list) {
    for (const item of list) {
        try {
            if (!item) continue
            return item.value
        } finally {
            console.log('looked at', item)
        }
    }
    throw new Error('nothing there')
}

export function processEvent(event) {
    event.parsed = parse(event.properties.json)
    try {
        event.first = first(event.properties.list)
    } catch (error) {
        event.error = error.message
    }
    return event
}
