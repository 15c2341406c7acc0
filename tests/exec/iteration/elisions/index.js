// An elision in an array pattern asks the iterator for an item, but does not look at its value.
import { check } from './show'

function observed(values, log) {
    let index = 0
    return {
        [Symbol.iterator]: () => ({
            next() {
                log.push('next')
                const at = index++
                return {
                    get done() {
                        log.push('done')
                        return at >= values.length
                    },
                    get value() {
                        log.push('value')
                        return values[at]
                    },
                }
            },
            return() {
                log.push('return')
                return {}
            },
        }),
    }
}

export function processEvent(event) {
    const { list } = event.properties
    check('first', () => { const log = []; const [, second] = observed(list, log); return [second, log] })
    check('only', () => { const log = []; const [,] = observed(list, log); return log })
    check('past the end', () => { const log = []; const [, , , , x] = observed([1, 2], log); return [x, log] })
    check('before a rest', () => { const log = []; const [, ...rest] = observed(list, log); return [rest, log] })
    check('assignment', () => { const log = []; let a; const all = ([, a] = observed(list, log)); return [a, typeof all, log] })
    check('an array', () => { const [, second, , fourth] = list; return [second, fourth] })
    check('a generator', () => { const [, second] = (function* () { yield 1; yield 2; yield 3 })(); return second })
    check('throws', () => { const [, ,] = { [Symbol.iterator]: () => ({ next() { throw new Error('no') }, return() { throw new Error('closed') } }) } })
    return event
}
