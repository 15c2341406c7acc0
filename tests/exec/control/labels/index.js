import { check } from './show'

export function processEvent(event) {
    check('continue outer', () => {
        const seen = []
        outer: for (let i = 0; i < 3; i++) {
            for (let j = 0; j < 3; j++) {
                if (j === 1) continue outer
                if (i === 2) break outer
                seen.push([i, j])
            }
        }
        return seen
    })
    check('a labelled block', () => {
        const seen = []
        block: {
            seen.push(1)
            if (event.event) break block
            seen.push('never')
        }
        seen.push(2)
        return seen
    })
    check('labels at while and do', () => {
        let i = 0
        const seen = []
        a: while (true) {
            b: do {
                i++
                if (i === 2) continue a
                if (i === 4) break b
                if (i > 6) break a
                seen.push(i)
            } while (i < 10)
            seen.push('end of a')
        }
        return seen
    })
    check('two labels', () => {
        let n = 0
        x: y: for (const a of [1, 2, 3]) {
            n += a
            if (a === 1) continue y
            break x
        }
        return n
    })
    check('the same label twice', () => {
        const seen = []
        again: for (const a of [1, 2]) {
            if (a === 1) continue again
            seen.push(a)
        }
        again: for (const a of [3, 4]) {
            seen.push(a)
            break again
        }
        return seen
    })
    check('a label at if', () => {
        let reached = ''
        test: if (event.event) {
            reached = 'before'
            if (event.team_id) break test
            reached = 'after'
        }
        return reached
    })
    check('out of try', () => {
        const seen = []
        out: for (const a of [1, 2]) {
            try {
                for (;;) {
                    if (a === 1) continue out
                    break out
                }
            } finally {
                seen.push(`finally ${a}`)
            }
        }
        return seen
    })
    check('labels and for-in', () => {
        const seen = []
        keys: for (const k in { a: 1, b: 2, c: 3 }) {
            for (const v of [1, 2]) {
                if (k === 'b') continue keys
                seen.push(k + v)
            }
        }
        return seen
    })
    check('a label named like a variable', () => {
        const name = 'variable'
        name: for (;;) break name
        return name
    })
    return event
}
