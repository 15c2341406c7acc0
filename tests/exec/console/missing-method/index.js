export function processEvent(event) {
    console.log('before')
    console.table([1])
    return event
}
