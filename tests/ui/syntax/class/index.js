class Counter {
    count = 0
    add() {
        this.count++
    }
}

export function processEvent(event) {
    return event
}
