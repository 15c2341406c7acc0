import { check } from './show'

export function processEvent(event) {
    const log = []
    const note = (x) => {
        log.push(x)
    }
    check('a set of what a builtin gave', () => new Set([1, 2].forEach((x) => log.push(x))).size)
    check('a set of what a function gave', () => new Set(note(3)).size)
    check('an optional text', () => 'abc'.padStart(5, [4].forEach((x) => log.push(x))))
    check('an optional number', () => 'abc'.indexOf('c', note(5)))
    check('an error', () => new Set(event.nothing.forEach((x) => x)))
    check('what they did', () => log)
    return event
}
