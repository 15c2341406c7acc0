import { check } from './show'

// Which pairs a comparator sees, and in which order, is observable: V8 sorts by binary insertion and merges.
export function processEvent(event) {
    for (const length of [2, 3, 5, 8, 13, 33, 70]) {
        const calls = []
        const list = Array.from({ length }, (_, i) => (i * 37) % 29)
        list.sort((a, b) => {
            calls.push(`${a},${b}`)
            return a - b
        })
        check(`${length} elements`, () => [calls.length, calls.slice(0, 6), calls.slice(-3), list])
    }
    const calls = []
    ;[1, 2, 3, 4, 5].sort((a, b) => {
        calls.push(a + '' + b)
        return a - b
    })
    check('already sorted', () => calls)
    calls.length = 0
    ;[5, 4, 3, 2, 1].sort((a, b) => {
        calls.push(a + '' + b)
        return a - b
    })
    check('reversed', () => calls)
    return event
}
