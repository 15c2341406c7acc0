@logged
export class Events {}

export function processEvent(event) {
    return event
}
