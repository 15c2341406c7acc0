export function processEvent(event) {
    event.properties.form = 'named function'
    return event
}

export const helper = 1
