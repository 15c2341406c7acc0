export function processEvent(event) {
    event.properties.total = eval(event.properties.formula)
    event.properties.double = new Function('n', 'return n * 2')(event.properties.total)
    return event
}
