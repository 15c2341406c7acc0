const limits = {
    count: 0,
    get remaining() {
        return 10 - this.count
    },
    set remaining(value) {
        this.count = 10 - value
    },
}

function Counter(start) {
    this.value = start
}

Counter.prototype.add = function () {
    'use strict'
    this.value += arguments.length
    return this
}

export function processEvent(event) {
    limits.remaining--
    event.properties.left = limits.remaining
    event.properties.counted = new Counter(1).add(1, 2).value
    return event
}
