async function load(key) {
    return key
}

export async function processEvent(event) {
    const pending = load('a')
    event.loaded = load('b').then((value) => value)
    if (load('c')) {
        event.always = true
    }
    return event
}
