import { check } from './show'

export function processEvent(event) {
    const text = '{"a":1,"b":{"c":[1,2]},"d":"x"}'
    const seen = []
    check('order of the calls', () => {
        JSON.parse(text, (key, value) => {
            seen.push(key)
            return value
        })
        return seen
    })
    check('changing values', () => JSON.parse(text, (key, value) => (typeof value === 'number' ? value * 10 : value)))
    check('removing', () => JSON.parse(text, (key, value) => (key === 'c' ? undefined : value)))
    check('removing elements', () => JSON.parse('[1,2,3]', (key, value) => (key === '1' ? undefined : value)))
    check('removing everything', () => JSON.parse('[1]', () => undefined))
    check('replacing the whole', () => JSON.parse(text, (key, value) => (key === '' ? 'whole' : value)))
    check('throwing', () =>
        JSON.parse(text, (key) => {
            throw new Error(`at ${key}`)
        })
    )
    check('no function', () => JSON.parse('[1]', 5))
    check('the last of duplicate keys', () => JSON.parse('{"a":1,"a":2}', (key, value) => (key === 'a' ? [value] : value)))
    check('of a number', () => JSON.parse('5', (key, value) => [key, value]))
    return event
}
