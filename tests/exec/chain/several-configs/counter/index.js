let count = 0

export function setupPlugin({ config, global }) {
    global.started = config.name
}

export function processEvent(event, { config, global }) {
    count++
    event.properties[config.name] = [count, global.started, (global.own = (global.own ?? 0) + 1)]
    leaked = config.name
    console.log(leaked)
    return event
}
