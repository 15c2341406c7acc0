export function setupPlugin({ global }) {
    global.minutes = 0
}
export function processEvent(event, { global }) {
    global.events = (global.events ?? 0) + 1
    return event
}
export function runEveryMinute({ global, config }) {
    global.minutes++
    console.log('minute', global.minutes, global.events, config.name)
}
export async function runEveryHour(meta) {
    throw new Error(`hour after ${meta.global.minutes}`)
}
