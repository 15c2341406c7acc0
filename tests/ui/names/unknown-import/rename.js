export function renameEvents(event) {
    return event
}
