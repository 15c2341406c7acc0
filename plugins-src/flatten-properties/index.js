const ignoredEvents = ['$autocapture', 'organization usage report']

// These are large, or have a meaning of their own.
const keptAsTheyAre = ['$elements', '$elements_chain', '$groups', '$active_feature_flags', '$heatmap_data', '$web_vitals_data']

// Their members are flattened inside them.
const containers = ['$set', '$set_once', '$group_set']

export function processEvent(event, { config }) {
    if (ignoredEvents.includes(event.event)) {
        return event
    }
    try {
        event.properties = flatten(event.properties || {}, config.separator || '__')
        return event
    } catch (error) {
        console.error(`Could not flatten ${event.event}:`, error)
        throw error
    }
}

function flatten(properties, separator) {
    const result = { ...properties }
    for (const [key, value] of Object.entries(properties)) {
        if (keptAsTheyAre.includes(key)) {
            continue
        }
        if (containers.includes(key)) {
            if (value && typeof value === 'object') {
                result[key] = flatten(value, separator)
            }
            continue
        }
        addNested(value, [key], separator, result)
    }
    return result
}

function addNested(value, path, separator, into = {}) {
    if (Array.isArray(value)) {
        value.forEach((item, index) => addNested(item, [...path, index], separator, into))
    } else if (value && typeof value === 'object') {
        for (const key of Object.keys(value)) {
            addNested(value[key], path.concat(key), separator, into)
        }
    } else if (path.length > 1) {
        into[path.join(separator)] = value
    }
    return into
}
