async function* pages(count) {
    for (let page = 0; page < count; page++) {
        yield page
    }
}

export async function processEvent(event) {
    event.properties.first = (await pages(3).next()).value
    return event
}
