import { check } from './show'

const table = `one
  two
\tthree
`

export function processEvent(event) {
    check('table', () => table)
    check('lines', () => table.split('\n').length)
    check('continued', () => 'a\
b')
    check('escapes', () => '\x41\u0042\u{43}\u{1F994}\0\b\f\n\r\t\v\'\"\\\q')
    check('separators', () => '\u2028\u2029'.length)
    check('with values', () => `first ${event.event}
second ${event.team_id}`)
    return event
}
