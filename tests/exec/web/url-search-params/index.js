import { check } from './show'
import { URLSearchParams } from 'url'
const { URLSearchParams: Required } = require('url')

export function processEvent(event) {
    const { queries, record, pairs, name } = event.properties
    for (const query of queries) {
        check(JSON.stringify(query), () => {
            const params = new URLSearchParams(query)
            return [[...params], params.toString(), params.size]
        })
    }
    check('of a record', () => new URLSearchParams(record).toString())
    check('of pairs', () => new URLSearchParams(pairs).toString())
    check('of an iterator', () => new URLSearchParams(new Map([['a', 1]]).entries()).toString())
    check('of params', () => new URLSearchParams(new URLSearchParams(queries[1])).toString())
    check('a copy is a copy', () => {
        const first = new URLSearchParams('a=1')
        const second = new URLSearchParams(first)
        second.set('a', 2)
        return [first.get('a'), second.get('a')]
    })
    check('of nothing', () => [new URLSearchParams(), new URLSearchParams(undefined), new URLSearchParams(null), new URLSearchParams({}), new URLSearchParams([]), new URLSearchParams('')].map(String))
    check('of primitives', () => [new URLSearchParams(5), new URLSearchParams(true), new URLSearchParams(() => 1)].map(String))
    for (const wrong of [[1], ['ab'], [['a']], [['a', 'b', 'c']], [null], [{}]]) {
        check(`of ${JSON.stringify(wrong)}`, () => new URLSearchParams(wrong).toString())
    }
    check('order of a record', () => new URLSearchParams({ b: 1, 2: 2, a: 3, 1: 4 }).toString())
    check('methods', () => {
        const params = new URLSearchParams('a=1&b=2&a=3&c=4&a=1')
        return [params.get('a'), params.get('x'), params.getAll('a'), params.getAll('x'), params.has('a'), params.has('x'), params.has('a', 3), params.has('a', '4'), params.get(name)]
    })
    check('changes', () => {
        const params = new URLSearchParams('a=1&b=2&a=3')
        const results = [params.append('d', null), params.set('a', 9), params.set('e', [1, 2]), params.delete('b'), params.delete('a', 1), params.sort()]
        return [results, params.toString()]
    })
    check('sort is stable', () => {
        const params = new URLSearchParams('z=1&a=2&z=0&\uff61=3&🦔=4&a=1&=5')
        params.sort()
        return [...params]
    })
    check('iteration', () => {
        const params = new URLSearchParams('a=1&b=2')
        const seen = []
        for (const [key, value] of params) {
            seen.push(key + value)
            if (key === 'a') params.append('c', '3')
        }
        return seen
    })
    check('forEach', () => {
        const params = new URLSearchParams('a=1&b=2')
        const seen = []
        params.forEach((value, key, all) => seen.push([value, key, all === params]))
        return seen
    })
    check('iterators', () => {
        const params = new URLSearchParams('a=1&b=2')
        const entries = params.entries()
        return [entries.next(), [...entries], entries.next(), Array.from(params.keys()), Array.from(params.values(), Number), Object.prototype.toString.call(params.keys())]
    })
    check('spread and Object.fromEntries', () => [Object.fromEntries(new URLSearchParams('a=1&b=2&a=3')), new Map(new URLSearchParams('x=y')), Math.max(...new URLSearchParams('1&2').keys())])
    check('destructuring', () => {
        const [[key, value], second] = new URLSearchParams('a=1&b=2')
        return [key, value, second]
    })
    check('missing arguments', () => new URLSearchParams().append('x'))
    check('missing name', () => new URLSearchParams().get())
    check('missing value', () => new URLSearchParams().set('a'))
    check('missing callback', () => new URLSearchParams().forEach())
    check('given undefined', () => new URLSearchParams('undefined=1').get(undefined))
    check('one class', () => [Required === URLSearchParams, new URL('http://x/?a').searchParams instanceof URLSearchParams, typeof URLSearchParams.prototype.append])
    check('JSON', () => JSON.stringify([new URLSearchParams('a=1')]))
    check('text', () => [String(new URLSearchParams('a=1')), `${new URLSearchParams('b c')}`, new URLSearchParams('a') + 'x', Object.keys(new URLSearchParams('a'))])
    check('for in', () => {
        const keys = []
        for (const key in new URLSearchParams('a')) keys.push(key)
        return keys
    })
    check('wrong receiver', () => new URLSearchParams().get.call({}, 'a'))
    const params = new URLSearchParams(event.properties.queries[1])
    event.properties.first = params.get('a')
    event.properties.all = Object.fromEntries(params)
    return event
}
