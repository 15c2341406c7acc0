// An object of the first event is kept and must be the same object, with the same parts, when the third event looks.
export function processEvent(event, { global }) {
    const { properties } = event
    if (event.event === 'first') {
        const shared = { n: 1 }
        properties.left = shared
        properties.right = { shared, list: [shared, properties] }
        global.kept = properties
        global.alias = { again: properties.right }
        properties.self = event.event
        return { ...event, properties: { kept: true } }
    }
    const { kept, alias } = global
    if (event.event === 'second') {
        kept.left.n++
        kept.added = properties
        return event
    }
    event.properties.results = [
        kept.left === kept.right.shared,
        kept.right.list[0] === kept.left,
        kept.right.list[1] === kept,
        alias.again === kept.right,
        kept.left.n,
        kept.added.text,
        Object.keys(kept),
    ]
    return event
}
