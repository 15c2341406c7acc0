import { check } from './show'

export function processEvent(event) {
    const { numbers, words } = event.properties
    const list = [1, 2, 3, 4]
    const seen = []
    list.forEach((...args) => seen.push(args.length, args[1], args[2] === list))
    check('arguments of a callback', () => seen)
    check('map', () => list.map((x, i) => x * i))
    check('filter', () => list.filter((x) => x % 2))
    check('find', () => list.find((x) => x > 2))
    check('find nothing', () => list.find((x) => x > 9))
    check('findIndex', () => list.findIndex((x) => x > 2))
    check('findLast', () => list.findLast((x) => x < 4))
    check('findLastIndex', () => list.findLastIndex((x) => x > 9))
    check('some', () => list.some((x) => x > 3))
    check('some of none', () => [].some(() => true))
    check('every', () => list.every((x) => x > 0))
    check('every of none', () => [].every(() => false))
    check('reduce', () => list.reduce((sum, x) => sum + x))
    check('reduce with a start', () => list.reduce((text, x, i) => `${text}${i}:${x} `, ''))
    check('reduce of one', () => [5].reduce(() => 'never called'))
    check('reduce of none', () => [].reduce((a, b) => a + b))
    check('reduce with undefined as the start', () => [1].reduce((a, b) => a + b, undefined))
    check('reduceRight', () => list.reduceRight((all, x) => [...all, x], []))
    check('flatMap', () => list.flatMap((x) => (x % 2 ? [x, [x]] : [])))
    check('numbers.map', () => numbers.map((n) => n * 2))
    check('numbers.filter', () => numbers.filter((n, i) => i !== 1))
    check('numbers.reduce', () => numbers.reduce((a, b) => Math.max(a, b)))
    check('numbers.some', () => numbers.some((n) => n === 3))
    check('numbers.forEach', () => numbers.forEach((n) => n))
    check('words.find', () => words.find((w) => w.startsWith('b')))
    check('words.map', () => words.map((w) => w.length))
    check('words.map(named)', () => words.map(shout))
    check('words.flatMap', () => words.flatMap((w) => w.split('')))
    check('a callback that is no function', () => list.map(5))
    check('no callback', () => list.filter())
    check('null as a callback', () => words.forEach(null))
    check('an object as a callback', () => list.some({}))
    check('a throwing callback', () =>
        list.map((x) => {
            if (x === 3) throw new RangeError(`no ${x}`)
            return x
        })
    )
    let calls = 0
    check('some stops', () => list.some((x) => (calls++, x === 2)))
    check('calls', () => calls)
    let total = 0
    list.forEach((x) => {
        total += x
    })
    check('total', () => total)
    check('return in forEach goes on', () => {
        const visited = []
        list.forEach((x) => {
            if (x === 2) return
            visited.push(x)
        })
        return visited
    })
    check('nested', () => [[1, 2], [3]].map((inner) => inner.map((x) => x + list.length)))
    check('closures made in a callback', () => list.map((x) => () => x).map((f) => f()))
    return event
}

function shout(word, index) {
    return `${word.toUpperCase()}${index}!`
}
