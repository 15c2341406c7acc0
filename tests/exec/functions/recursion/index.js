import { check } from './show'

const factorial = (n) => (n <= 1 ? 1 : n * factorial(n - 1))
function fibonacci(n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2)
}
function depth(value) {
    if (value === null || typeof value !== 'object') return 0
    return 1 + Math.max(0, ...Object.values(value).map(depth))
}
function walk(tree, visit, path = []) {
    for (const [key, child] of Object.entries(tree)) {
        if (child && typeof child === 'object') walk(child, visit, [...path, key])
        else visit([...path, key].join('.'), child)
    }
}
const count = (n) => (n === 0 ? 0 : 1 + count(n - 1))
const permutations = (list) =>
    list.length <= 1 ? [list] : list.flatMap((x, i) => permutations([...list.slice(0, i), ...list.slice(i + 1)]).map((p) => [x, ...p]))

export function processEvent(event) {
    check('factorial', () => [factorial(5), factorial(20), factorial(25), factorial(171)])
    check('fibonacci', () => fibonacci(15))
    check('depth', () => depth(event))
    const leaves = {}
    walk(event, (path, value) => {
        leaves[path] = value
    })
    check('leaves', () => leaves)
    check('count', () => count(1000))
    check('permutations', () => permutations(['a', 'b', 'c']).map((p) => p.join('')))
    return event
}
