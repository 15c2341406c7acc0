export function processEvent(event) {
    event.properties.changed = true
    event.properties.nested.list.push('added before the throw')
    delete event.properties.removed
    event.extra = 1
    event = { replaced: 'only a local name' }
    throw new Error('after the changes')
}
