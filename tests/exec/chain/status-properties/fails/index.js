export function processEvent(event) {
    throw new Error('always')
}
