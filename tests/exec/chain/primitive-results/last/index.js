export function processEvent(event) {
    console.log('got', typeof event, event instanceof Object, event.team_id)
    return event
}

export function onEvent(event) {
    console.log('stored', typeof event, JSON.stringify(event))
}
