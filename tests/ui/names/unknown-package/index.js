import leftPad from 'left-pad'

export function processEvent(event) {
    event.properties.id = leftPad(event.properties.id, 8)
    return event
}
