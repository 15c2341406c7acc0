export function processEvent(event) {
    event.properties.total = eval(event.properties.formula)
    return event
}
