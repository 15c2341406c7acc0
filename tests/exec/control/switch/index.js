import { check } from './show'

const log = []
const note = (x) => {
    log.push(x)
    return x
}
function kind(x) {
    switch (x) {
        case 1:
        case '1':
            return 'one'
        case null:
            return 'null'
        case NaN:
            return 'never NaN'
        case undefined:
            return 'undefined'
        case true:
            return 'true'
        default:
            return 'other'
    }
}
function fallthrough(x) {
    const seen = []
    switch (x) {
        case 'a':
            seen.push('a')
        case 'b':
            seen.push('b')
            break
        default:
            seen.push('default')
        case 'c':
            seen.push('c')
        case 'd': {
            const inner = 'd'
            seen.push(inner)
            if (x === 'd') break
            seen.push('after d')
        }
    }
    return seen
}

export function processEvent(event) {
    check('kind', () => [1, '1', 0, null, undefined, NaN, true, 'true', -0, {}].map(kind))
    check('fallthrough', () => ['a', 'b', 'c', 'd', 'e'].map(fallthrough))
    check('cases are evaluated in order until one matches', () => {
        switch (note(3)) {
            case note(1):
            case note(3):
                return 'three'
            case note(4):
        }
    })
    check('log', () => log)
    check('default in the middle is last', () => {
        switch (event.event) {
            default:
                return 'default'
            case 'test':
                return 'test'
        }
    })
    check('no case', () => {
        switch (event.event) {
        }
        return 'after'
    })
    check('only default', () => {
        switch (event.event) {
            default:
                return 'only'
        }
    })
    check('expressions as cases', () => {
        const n = 15
        switch (true) {
            case n > 20:
                return 'large'
            case n > 10:
                return 'medium'
            default:
                return 'small'
        }
    })
    check('one scope', () => {
        switch (2) {
            case 1:
                let x = 1
            case 2:
                x = 2
                return x
        }
    })
    check('functions in a case', () => {
        switch (1) {
            case 0: {
                function helper() {
                    return 'declared in a case'
                }
                return helper()
            }
            default:
                return typeof helper
        }
    })
    check('continue out of a switch', () => {
        const seen = []
        for (const x of [1, 2, 3]) {
            switch (x) {
                case 2:
                    continue
                default:
                    seen.push(x)
            }
            seen.push('after')
        }
        return seen
    })
    check('break of a loop from inside', () => {
        const seen = []
        loop: for (const x of [1, 2, 3]) {
            switch (x) {
                case 2:
                    break loop
                case 1:
                    seen.push(x)
                    break
            }
        }
        return seen
    })
    check('nested', () => {
        switch (1) {
            case 1:
                switch (2) {
                    case 2:
                        break
                    default:
                        return 'never'
                }
                return 'outer'
        }
    })
    check('objects compare by identity', () => {
        const o = {}
        switch (o) {
            case {}:
                return 'equal'
            case o:
                return 'same'
        }
    })
    check('a constant of another case', () => {
        switch (1) {
            case 0:
                const later = 1
                break
            case 1:
                later = 2
        }
    })
    check('a function in a case of strict code', () => {
        'use strict'
        switch (1) {
            default:
                function known() { return 'here' }
        }
        return known()
    })
    return event
}
