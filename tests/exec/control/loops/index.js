import { check } from './show'

export function processEvent(event) {
    const log = []
    for (let i = 0; i < 3; i++) log.push(i)
    for (let i = 3; i--; ) log.push(i)
    for (;;) {
        if (log.length > 7) break
        log.push('x')
    }
    let i = 0
    for (; i < 2; ) i++
    check('for', () => [log, i])
    let n = 3
    const down = []
    while (n) down.push(n--)
    do {
        down.push(n++)
    } while (n < 0)
    check('while and do', () => [down, n])
    check('continue in for', () => {
        const odd = []
        for (let k = 0; k < 6; k++) {
            if (k % 2 === 0) continue
            odd.push(k)
        }
        return odd
    })
    check('continue in do', () => {
        let k = 0
        const seen = []
        do {
            k++
            if (k === 2) continue
            seen.push(k)
        } while (k < 4)
        return seen
    })
    check('continue in while', () => {
        let k = 0
        const seen = []
        while (k++ < 4) {
            if (k === 2) continue
            seen.push(k)
        }
        return seen
    })
    check('return from a loop', () => {
        for (const x of [1, 2, 3]) {
            if (x === 2) return `found ${x}`
        }
        return 'nothing'
    })
    check('return from nested loops', () => {
        for (let a = 0; a < 3; a++) {
            for (const b of [0, 1, 2]) {
                while (true) {
                    if (a === 1 && b === 2) return [a, b]
                    break
                }
            }
        }
    })
    check('for-of over text', () => {
        const seen = []
        for (const c of 'aé🦔') seen.push(c)
        return seen
    })
    check('for-of over entries', () => {
        const seen = []
        for (const [k, v] of ['x', 'y'].entries()) seen.push(k + v)
        return seen
    })
    check('for-of over a map and a set', () => {
        const seen = []
        for (const [k, v] of new Map([['a', 1]])) seen.push(k, v)
        for (const v of new Set([2])) seen.push(v)
        for (const k of new Map([['b', 1]]).keys()) seen.push(k)
        return seen
    })
    check('for-of assigning outside', () => {
        let last
        for (last of [1, 2, 3]);
        return last
    })
    check('for-of assigning a member', () => {
        const o = {}
        for (o.x of [1, 2]);
        for (o['y'] of 'ab');
        return o
    })
    check('for-of over undefined', () => {
        for (const x of event.nothing) return x
    })
    check('for-of over a number', () => {
        for (const x of event.team_id) return x
    })
    check('for-of over an object', () => {
        for (const x of event.properties) return x
    })
    check('for-of over null', () => {
        for (const x of null) return x
    })
    check('a changed variable', () => {
        const seen = []
        for (let x of [1, 2, 3]) {
            x *= 10
            seen.push(x)
        }
        return seen
    })
    check('the iterated list is read once', () => {
        let list = [1, 2]
        const seen = []
        for (const x of list) {
            list = ['other']
            seen.push(x)
        }
        return seen
    })
    check('fractions', () => {
        const seen = []
        for (let f = 0; f < 0.5; f += 0.1) seen.push(f)
        return seen
    })
    check('empty bodies', () => {
        let k = 0
        while (k++ < 3);
        for (const _ of [1, 2]);
        for (const _ in { a: 1 });
        return k
    })
    check('loop with several variables', () => {
        const seen = []
        for (let a = 0, b = 10, text = ''; a < b; a += 3, b--, text += 'x') seen.push(a, b, text)
        return seen
    })
    return event
}
