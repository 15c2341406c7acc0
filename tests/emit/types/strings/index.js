export function processEvent(event) {
    const name = String(event.event).trim().toLowerCase()
    let line = ''
    for (const letter of name) {
        line += letter + '-'
    }
    if (typeof event.distinct_id !== 'string' || name === '') {
        return null
    }
    event.line = name < 'm' ? line : line.padEnd(40, '*')
    return event
}
