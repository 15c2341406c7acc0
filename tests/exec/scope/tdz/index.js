import { check } from './show'

let counter = 0
const useCounter = () => counter

export function processEvent(event) {
    check('let before its declaration', () => {
        early
        let early = 1
    })
    check('assignment before the declaration', () => {
        early = 1
        let early
    })
    check('typeof is no exception', () => {
        typeof early
        let early
    })
    check('in its own initialiser', () => {
        let self = self + 1
    })
    check('a closure called too early', () => {
        const get = () => later
        const seen = get()
        const later = 1
        return seen
    })
    check('a closure called in time', () => {
        const get = () => later
        const later = 1
        return get()
    })
    check('let without a value', () => {
        let empty
        return empty
    })
    check('shadowing in a block', () => {
        const x = 'outer'
        {
            try {
                return x
            } catch (error) {
                return error.message
            }
            const x = 'inner'
        }
    })
    check('let in a loop is fresh', () => {
        const seen = []
        for (let i = 0; i < 2; i++) {
            let fresh
            seen.push(fresh)
            fresh = i
        }
        return seen
    })
    check('conditional initialisation', () => {
        const f = (early) => {
            if (early) return get()
            let value = 5
            return get()
            function get() {
                return value
            }
        }
        return [f(false), f(true)]
    })
    check('module let', () => {
        counter += 1
        return useCounter()
    })
    check('module const that comes later', () => afterwards)
    return event
}

let seenTooEarly
try {
    seenTooEarly = afterwards
} catch (error) {
    seenTooEarly = String(error)
}
const afterwards = seenTooEarly
