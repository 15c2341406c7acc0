export function exportEvents(events) {
    console.log(events.length)
}
