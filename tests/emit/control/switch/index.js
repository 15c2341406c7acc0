export function processEvent(event) {
    switch (event.event) {
        case 'a':
        case 'b':
            event.kind = 'letter'
            break
        case '1':
            event.kind = 'digit'
            break
        default:
            event.kind = 'other'
    }
    switch (typeof event.kind) {
        case 'string':
            event.text = true
        case 'number':
            event.plain = true
            break
        default:
            return null
    }
    return event
}
