class Rule {
    apply(event) {
        return event
    }
}

class Named extends Rule {
    forget() {
        return delete super.apply
    }
}

export function processEvent(event) {
    return new Named().apply(event)
}
