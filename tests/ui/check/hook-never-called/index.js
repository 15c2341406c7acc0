export function processEvents(event) {
    return event
}

export function processEvent(event) {
    return event
}

export function filterEvent(event) {
    return event.nothing.at.all
}

export const broken = RegExp.$1
