class Rule {}
class Named extends Rule {
    constructor(readonly name: string) {
        if (name) {
            super()
        } else {
            super()
        }
    }
}

export function processEvent(event: any) {
    return new Named('x') && event
}
