import { check } from './show'

export function processEvent(event) {
    const log = []
    const note = (x) => {
        log.push(x)
        return x
    }
    check('return in try, finally runs', () => {
        try {
            return note('try')
        } finally {
            note('finally')
        }
    })
    check('return in finally wins', () => {
        try {
            return 'try'
        } finally {
            return 'finally'
        }
    })
    check('return in finally swallows an error', () => {
        try {
            throw new Error('lost')
        } finally {
            return 'swallowed'
        }
    })
    check('throw in finally replaces', () => {
        try {
            throw new Error('first')
        } finally {
            throw new Error('second')
        }
    })
    check('throw in catch', () => {
        try {
            throw new Error('first')
        } catch (error) {
            throw new Error(`${error.message}, then second`)
        } finally {
            note('after both')
        }
    })
    check('the value of return is computed before finally', () => {
        let x = 1
        try {
            return x
        } finally {
            x = 2
        }
    })
    check('an object is not', () => {
        const o = { x: 1 }
        try {
            return o
        } finally {
            o.x = 2
        }
    })
    check('break in finally', () => {
        for (const x of [1, 2]) {
            try {
                throw new Error('lost')
            } finally {
                break
            }
        }
        return 'after the loop'
    })
    check('continue in finally', () => {
        const seen = []
        for (const x of [1, 2]) {
            try {
                return 'never returned'
            } finally {
                seen.push(x)
                continue
            }
        }
        return seen
    })
    check('break in try', () => {
        const seen = []
        while (true) {
            try {
                seen.push('try')
                break
            } finally {
                seen.push('finally')
            }
        }
        return seen
    })
    check('continue in try', () => {
        const seen = []
        for (let i = 0; i < 3; i++) {
            try {
                if (i === 1) continue
                seen.push(i)
            } finally {
                seen.push(`f${i}`)
            }
        }
        return seen
    })
    check('nested', () => {
        const seen = []
        try {
            try {
                seen.push(1)
                throw new Error('inner')
            } finally {
                seen.push(2)
            }
        } catch (error) {
            seen.push(error.message)
        } finally {
            seen.push(3)
        }
        return seen
    })
    check('nested with return', () => {
        const seen = []
        const f = () => {
            try {
                try {
                    return seen.push('return')
                } finally {
                    seen.push('inner')
                    throw new Error('replaces the return')
                }
            } catch (error) {
                seen.push(error.message)
            }
            return 'end'
        }
        return [f(), seen]
    })
    check('finally without an error', () => {
        let x = 0
        try {
            x = 1
        } finally {
            x += 10
        }
        return x
    })
    check('catch without a binding', () => {
        try {
            null.x
        } catch {
            return 'caught'
        }
    })
    check('the binding shadows', () => {
        const error = 'outer'
        try {
            throw 'inner'
        } catch (error) {
            note(error)
        }
        return error
    })
    check('the binding can be assigned', () => {
        try {
            throw 1
        } catch (e) {
            e += 1
            return e
        }
    })
    check('captured binding', () => {
        const getters = []
        for (const x of ['a', 'b']) {
            try {
                throw x
            } catch (e) {
                getters.push(() => e)
            }
        }
        return getters.map((f) => f())
    })
    check('var in catch', () => {
        try {
            throw 1
        } catch (e) {
            var inside = e
        }
        return inside
    })
    check('return through two finallys', () => {
        const f = () => {
            try {
                try {
                    return note('value')
                } finally {
                    note('first')
                }
            } finally {
                note('second')
            }
        }
        return f()
    })
    check('throw through functions', () => {
        const inner = () => {
            try {
                throw new RangeError('deep')
            } finally {
                note('unwinding')
            }
        }
        const outer = () => inner()
        try {
            outer()
        } catch (error) {
            return error
        }
    })
    check('iteration ends on a throw', () => {
        const seen = []
        try {
            for (const x of [1, 2, 3]) {
                seen.push(x)
                if (x === 2) throw 'stop'
            }
        } catch (e) {
            seen.push(e)
        }
        return seen
    })
    check('log', () => log)
    return event
}
