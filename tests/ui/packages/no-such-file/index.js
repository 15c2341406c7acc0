import part from 'parts/lib/first'

export function processEvent(event) {
    event.properties.part = part
    return event
}
