export function setupPlugin({ config }) {
    console.log('set up', config.as)
}

export function processEvent(event, { config, global }) {
    global.n = (global.n ?? 0) + 1
    event.properties.marks = [...(event.properties.marks ?? []), `${config.as}${global.n}`]
    return event
}
