import { check } from './show'

const PATTERNS = [
    /a/, /a/g, /a/y, /(b)|(a)/, /(?<first>\w)(?<second>\w)?/d, /\d+/g, /x*/g, /(?:)/gu, /[^]/gy, /^/gm, /$/gm, /\b/g, /😀/, /./gu, /./g, /\ude00/, /(?<=a)b/, /(?<!a)b/g,
    /a(?=b)/, /a(?!b)/g, /(a)(?:b)(c)?/i, /(\w+)\s\1/, /\p{Lu}/u, /[\p{L}--[a-z]]/v, /,\s*/, /(,)(;)?/, /[a-c]{2,3}?/g, /(?:a|ab)(?:c|bcd)(?:d*)/, /(z)((a+)?(b+)?(c))*/, /é+/gi,
]
const TEXTS = ['', 'aab', 'AB é É 12', 'one\r\none one', 'a😀b\ud83d', 'zaacbbbcac', 'abcd, b,;e']

export function processEvent(event) {
    for (const pattern of PATTERNS) {
        for (const text of TEXTS) {
            const label = `${pattern} on ${JSON.stringify(text)}`
            pattern.lastIndex = 0
            check(`${label}: exec`, () => [pattern.exec(text), pattern.lastIndex])
            check(`${label}: again`, () => {
                const found = pattern.exec(text)
                return [found && found.index, found && found.input, found && found.groups, found && found.indices, pattern.lastIndex]
            })
            pattern.lastIndex = 2
            check(`${label}: test`, () => [pattern.test(text), pattern.lastIndex])
            check(`${label}: match`, () => [text.match(pattern), pattern.lastIndex])
            pattern.lastIndex = 1
            check(`${label}: search`, () => [text.search(pattern), pattern.lastIndex])
            check(`${label}: split`, () => [text.split(pattern), text.split(pattern, 2), pattern.lastIndex])
            check(`${label}: replace`, () => [text.replace(pattern, "[$&|$1|$2|$`|$'|$$|$<first>]"), pattern.lastIndex])
            pattern.lastIndex = 1
            check(`${label}: matchAll`, () => Array.from(text.matchAll(pattern), (found) => [found.index, ...found]))
        }
    }
    const { pattern, text, number, list } = event.properties
    check('of unknown type', () => [text.match(pattern), text.search(pattern), text.split(number), text.replace(pattern, number), [...text.matchAll(pattern)].length])
    const unknown = list.length > 0 ? /(\d)(\w)/g : list
    check('a pattern of unknown type', () => [
        unknown.test(text), unknown.lastIndex, text.replace(unknown, '$2$1'), text.replaceAll(unknown, (...all) => JSON.stringify(all)), text.match(unknown), text.split(unknown),
        unknown.source, unknown.flags, unknown.global, String(unknown), unknown.exec(text),
    ])
    check('not a text', () => [/1/.test(number), /null/.test(null), /undefined/.exec(undefined)[0], /,/.test([1, 2]), /object/.exec({}).input, /^\[/.test({})])
    check('converted in order', () => {
        const order = []
        const value = (name, result) => ({ toString() { order.push(name); return result } })
        const pattern = /a/g
        pattern.lastIndex = { valueOf() { order.push('lastIndex'); return 1 } }
        return [pattern.test(value('text', 'aaa')), pattern.lastIndex, 'x'.replace(value('search', 'x'), value('replacement', 'y')), order]
    })
    return event
}
