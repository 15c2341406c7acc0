export function processEvent(event) {
    console.table(event)
    return RegExp.$1 ? event : null
}
