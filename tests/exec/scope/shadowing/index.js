import { check } from './show'

const name = 'module'
const event = 'module event'
let JSONText = 'not JSON'

function outer(name) {
    const inner = () => {
        const name = 'inner'
        return name
    }
    return [name, inner(), name]
}

export function processEvent(event) {
    check('parameters', () => outer('parameter'))
    check('module', () => name)
    check('blocks', () => {
        const x = 1
        const seen = [x]
        {
            const x = 2
            seen.push(x)
            {
                let x = 3
                x++
                seen.push(x)
            }
            seen.push(x)
        }
        seen.push(x)
        return seen
    })
    check('if and loops', () => {
        const x = 'outer'
        const seen = []
        if (x) {
            const x = 'if'
            seen.push(x)
        }
        for (const x of ['loop']) seen.push(x)
        for (let x = 0; x < 1; x++) {
            const y = x
            {
                const x = 'body'
                seen.push(x, y)
            }
        }
        return [...seen, x]
    })
    check('var in a block', () => {
        var v = 1
        {
            var v = 2
        }
        return v
    })
    check('names of Rust', () => {
        const type = 1, match = 2, fn = 3, impl = 4, mod = 5, self = 6, loop = 7, ref = 8, use = 9, crate = 10, Self = 11, move = 12, str = 13, dyn = 14, box = 15, async = 16
        return [type, match, fn, impl, mod, self, loop, ref, use, crate, Self, move, str, dyn, box, async]
    })
    check('names that differ only in case', () => {
        const userName = 1, user_name = 2, UserName = 3, USER_NAME = 4, username = 5
        return [userName, user_name, UserName, USER_NAME, username]
    })
    check('names of the runtime', () => {
        const cx = 1, Value = 2, JsStr = 3, call = 4, Ok = 5, Err = 6, Some = 7, None = 8, vec = 9, value = 10, add = 11, string = 12, array = 13, result = 14, String_ = 15
        return [cx, Value, JsStr, call, Ok, Err, Some, None, vec, value, add, string, array, result, String_]
    })
    check('dollars and underscores', () => {
        const $ = 1, _ = 2, $$ = 3, __ = 4, $event = 5, _event = 6, a$b = 7, _1 = 8
        return [$, _, $$, __, $event, _event, a$b, _1]
    })
    check('names that are not ASCII', () => {
        const naïve = 1, größe = 2, 名前 = 3, ª = 4
        return [naïve, größe, 名前, ª]
    })
    check('functions named like Rust', () => [match(1), drop(2), Box(3), main(4)])
    check('shadowed globals', () => {
        const Object = 'text'
        const undefinedValue = undefined
        const parseInt = (x) => `own ${x}`
        return [Object, undefinedValue, parseInt('1'), JSONText]
    })
    return event
}

function match(x) {
    return `match ${x}`
}
function drop(x) {
    return `drop ${x}`
}
function Box(x) {
    return `Box ${x}`
}
function main(x) {
    return `main ${x}`
}
