export function processEvents(event) {
    return event
}

// Not meant as a hook, since that is there too.
export function setupPlugins() {}

export function setupPlugin() {}
