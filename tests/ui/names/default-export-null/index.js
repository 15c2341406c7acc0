export default null

export function processEvent(event) {
    return event
}
