function sum() {
    let total = 0
    for (let i = 0; i < arguments.length; i++) {
        total += arguments[i]
    }
    return total
}

export function processEvent(event) {
    event.properties.sum = sum(1, 2)
    return event
}
