class Rule {
    static made = 0
    #hits = 0
    limit = 10

    constructor(name) {
        this.name = name
        Rule.made++
    }

    matches(event) {
        this.#hits++
        return event.event === this.name && this.#hits < this.limit
    }
}

class NotRule extends Rule {
    constructor(name, reason = 'excluded') {
        super(name)
        this.reason = reason
    }

    matches(event) {
        return !super.matches(event)
    }

    get label() {
        return `not (${this.reason})`
    }
}

const rule = new NotRule('$pageview')

export function processEvent(event) {
    event.properties.rule = rule.label
    return rule.matches(event) ? event : null
}
