class Rule {
    constructor(readonly name: string) {}
}

export function processEvent(event: any) {
    return event
}
