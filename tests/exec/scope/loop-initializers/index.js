// Functions made by the initializer of a `for` hold variables of their own, which no round of the loop has.
import { check } from './show'

export function processEvent(event) {
    const { limit } = event.properties
    check('update by closure', () => {
        const seen = []
        for (let i = 0, next = () => i++; i < limit; next()) {
            seen.push(() => i)
            if (seen.length > 4) break
        }
        return seen.map((f) => f())
    })
    check('read', () => {
        const seen = []
        for (let i = 0, read = () => i; i < limit; i++) {
            i += 1
            seen.push(read(), i)
        }
        return seen
    })
    check('written in the body', () => {
        const seen = []
        for (let i = 0, add = () => (i += 10); i < limit; i++) {
            seen.push(add(), i, () => i)
        }
        return seen.map((item) => (typeof item === 'function' ? item() : item))
    })
    check('method', () => {
        const seen = []
        for (let i = 0, counter = { up() { return ++i } }; i < limit; i++) {
            seen.push(counter.up(), i)
            const f = () => i
            seen.push(f())
        }
        return seen
    })
    check('no function', () => {
        const seen = []
        for (let i = 0; i < limit; i++) {
            seen.push(() => i++)
        }
        return seen.map((f) => f() + f())
    })
    check('the body hides the variable of the head', () => {
        const seen = []
        for (let i = 0; i < limit; i++) {
            let i = 'inner'
            seen.push(i)
        }
        for (let n = 0; n < limit; n++) {
            const n = 100
            seen.push(n)
        }
        let left = limit
        do {
            let left = -1
            seen.push(left)
        } while (left-- > 1)
        return seen
    })
    check('made in the step', () => {
        const seen = []
        for (let i = 0; i < limit; seen.push(() => i), i++) {}
        for (let i = 0; seen.push(() => i), i < limit; i++) {}
        return seen.map((f) => f())
    })
    return event
}
