async function load(key) {
    return key
}

export async function processEvent(event) {
    try {
        return load(event)
    } catch (error) {
        return null
    }
}
