const limits = {
    get maximum() {
        return 10
    },
}

export function processEvent(event) {
    return event.properties.count > limits.maximum ? null : event
}
