/** Path and everything from `?` or `#` on. */
function splitTail(url) {
    let end = url.length
    for (const mark of ['?', '#']) {
        const at = url.indexOf(mark)
        if (at !== -1 && at < end) end = at
    }
    return { path: url.substring(0, end), tail: url.substring(end) }
}

function normalize(url, keepQuery) {
    let { path, tail } = splitTail(url)
    path = path.toLowerCase()
    // A path that is only "/" keeps it, and so does "https://".
    while (path.length > 1 && path.endsWith('/') && path[path.length - 2] !== '/') {
        path = path.slice(0, -1)
    }
    if (!keepQuery) {
        tail = tail.toLowerCase()
    }
    return path + tail
}

function parameters(tail) {
    const result = new Map()
    if (!tail.startsWith('?')) return result

    const [query] = tail.slice(1).split('#')
    for (const pair of query.split('&')) {
        const [name, ...value] = pair.split('=')
        if (!name) continue
        const values = result.get(name) || []
        values.push(value.join('='))
        result.set(name, values)
    }
    return result
}

export const processEvent = (event, { config }) => {
    const { properties } = event
    if (!properties) {
        return event
    }
    const keepQuery = config.keepQuery !== 'no'
    config.properties.split(',').forEach((name) => {
        const url = properties[name.trim()]
        if (typeof url !== 'string') {
            return
        }
        properties[name.trim()] = normalize(url, keepQuery)
        if (config.parameterPrefix) {
            for (const [key, values] of parameters(splitTail(url).tail)) {
                properties[config.parameterPrefix + key] = values.length === 1 ? values[0] : values
            }
        }
    })
    return event
}
