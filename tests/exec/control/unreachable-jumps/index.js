// A `break` or `continue` that nothing gets to, after a `throw` in a `try`.
import { check } from './show'

function breaks(value) {
    const log = []
    do {
        try {
            throw value
            break
        } catch {
            log.push('caught')
        } finally {
            log.push('finally')
        }
    } while (log.length < 4)
    return log
}

function continues(value) {
    let rounds = 0
    for (const item of [1, 2]) {
        rounds += item
        try {
            throw value
            continue
        } catch (error) {
            rounds += error
        }
    }
    return rounds
}

function uncaught(value) {
    while (true) {
        try {
            throw new Error(value)
            break
        } finally {
            value += 1
        }
    }
}

export function processEvent(event) {
    const { value } = event.properties
    check('break', () => breaks(value))
    check('continue', () => continues(value))
    check('uncaught', () => uncaught(value))
    return event
}
