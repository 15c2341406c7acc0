import { check } from './show'

export function processEvent(event) {
    check('forEach does not see appended elements', () => {
        const list = [1, 2]
        const seen = []
        list.forEach((x) => {
            seen.push(x)
            if (list.length < 5) list.push(x * 10)
        })
        return [seen, list]
    })
    check('forEach skips removed elements', () => {
        const list = [1, 2, 3, 4]
        const seen = []
        list.forEach((x) => {
            seen.push(x)
            if (x === 1) list.shift()
        })
        return [seen, list]
    })
    check('map over a list that shrinks', () => {
        const list = [1, 2, 3]
        return list.map((x) => {
            list.length = 2
            return x
        })
    })
    check('for-of sees appended elements', () => {
        const list = [1, 2]
        const seen = []
        for (const x of list) {
            seen.push(x)
            if (list.length < 5) list.push(x * 10)
        }
        return seen
    })
    check('for-of over a list that shrinks', () => {
        const list = [1, 2, 3, 4]
        const seen = []
        for (const x of list) {
            seen.push(x)
            list.pop()
        }
        return seen
    })
    check('filter sees changed values', () => {
        const list = [1, 2, 3]
        return list.filter((x, i) => {
            list[i + 1] = 9
            return x > 1
        })
    })
    check('reduce over a list that grows', () => {
        const list = [1, 2, 3]
        return list.reduce((sum, x) => {
            list.push(100)
            return sum + x
        }, 0)
    })
    check('find sees holes made meanwhile', () => {
        const list = [1, 2, 3]
        const seen = []
        list.find((x, i) => {
            seen.push(x)
            delete list[i + 1]
            return false
        })
        return seen
    })
    check('sort while the list changes', () => {
        const list = [3, 1, 2]
        list.sort((a, b) => {
            if (list.length < 5) list.push(0)
            return a - b
        })
        return list.slice(0, 3)
    })
    check('entries of a growing list', () => {
        const list = ['a']
        const seen = []
        for (const [i, x] of list.entries()) {
            seen.push(i, x)
            if (i < 2) list.push(x + i)
        }
        return seen
    })
    check('spread while changing', () => {
        const list = [1, 2, 3]
        return [...list, list.pop(), ...list]
    })
    check('splice in a loop by index', () => {
        const list = [1, 2, 2, 3, 2]
        for (let i = 0; i < list.length; i++) {
            if (list[i] === 2) list.splice(i--, 1)
        }
        return list
    })
    check('an exhausted iterator stays so', () => {
        const list = [1]
        const items = list.values()
        const first = [items.next(), items.next()]
        list.push(2)
        return [...first, items.next()]
    })
    return event
}
