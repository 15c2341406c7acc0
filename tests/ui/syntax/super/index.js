class Rule {}
class Named extends Rule {
    constructor(name) {
        super()
        if (name) {
            super(name)
        }
    }
}

export function processEvent(event) {
    return new Named() && event
}
