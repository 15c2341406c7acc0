class Counter {
    copy() {
        return new Counter()
    }
}
Counter = null

class Automatic {
    accessor count = 0
}

export function processEvent(event) {
    return event
}
