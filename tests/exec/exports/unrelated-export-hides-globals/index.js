export const version = 1

function processEvent(event) {
    event.properties.never = true
    return event
}
