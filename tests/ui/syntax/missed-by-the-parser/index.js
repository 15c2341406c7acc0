var twice
function twice() {}

class Rule {
    #twice = 1
    #twice() {}
    get #pair() {}
    static set #pair(value) {}
    static prototype() {}
    static 'prototype' = 1
    forget() {
        delete this.#twice
        return #twice + 1
    }
}

export function processEvent(event) {
    var \u{69}f = new Rule(), \u0030digit
    if (event) async function later() {}
    for (let i = 0; i < 2 /* no semicolon */
    ) {
        event.properties.eight = '\8'
    }
    try {
        event.properties.nine = 'a backslash and nine: \\9'
    } catch ({ name, ...name }) {
        event.properties.name = name
    }
    return event
}
