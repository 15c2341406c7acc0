export function setupPlugin({ global }) {
    global.seen = 0
}

function processEvent(event, { global }) {
    global.seen++
    return event
}
