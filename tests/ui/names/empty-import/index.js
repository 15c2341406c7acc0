import 'crypto'

export function processEvent(event) {
    return event
}
