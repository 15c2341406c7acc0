const count = (object) => #count in object

export function processEvent(event) {
    return event
}
