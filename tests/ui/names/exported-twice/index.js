export function processEvent(event) {
    return event
}

export { processEvent }
