export function processEvent(event) {
    console.log(typeof event, event.team_id, Object.keys(event))
    return event
}
