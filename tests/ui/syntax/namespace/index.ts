namespace Rules {
    export const limit = 10
}

export function processEvent(event: any) {
    return event.properties.count > Rules.limit ? null : event
}
