import { check } from './show'

const TEMPLATES = ['', '$', '$$', '$$$', '$&', '$1', '$01', '$10', '$11', '$2', '$9', '$0', '$00', '$99', '$`', "$'", '$<a>', '$<b>', '$<', '$<a', '$<>', '$x', '$&$&', 'a$1b$2c', '$1$2$3', '\ud83d$1', '$1\ude00']
const PATTERNS = [/(b)(c)?/, /b/g, /(?<a>b)|(?<b>x)/g, /(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)/, /(?:)/g, /(?:)/gu, /$/, /^/g, /b/y, /[b-d]/gy, /(?=c)/, /(x)?/g, /\ud83d/g, /😀/gu]

export function processEvent(event) {
    for (const text of ['abcdefghijkb', 'a😀b', '']) {
        for (const pattern of PATTERNS) {
            for (const template of TEMPLATES) {
                check(`${text} ${pattern} ${template}`, () => [text.replace(pattern, template), pattern.lastIndex])
            }
            check(`${text} ${pattern} with a function`, () => text.replace(pattern, (...all) => `<${JSON.stringify(all)}>`))
            check(`${text} ${pattern} that returns other things`, () => [text.replace(pattern, () => undefined), text.replace(pattern, () => null), text.replace(pattern, () => 1.5), text.replace(pattern, () => ['$1'])])
            check(`${text} ${pattern} all`, () => text.replaceAll(pattern, '<$&>'))
        }
        for (const template of TEMPLATES) {
            check(`${text} ${template}`, () => [text.replace('b', template), text.replaceAll('b', template), text.replaceAll('', template)])
        }
    }
    const { name, count } = event.properties
    check('names in cases', () => [
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        name.replace(/([a-z])([A-Z])/g, '$1 $2'),
        name.replace(/^./, (first) => first.toUpperCase()),
        name.replace(/(?<head>\w)(?<tail>\w*)/, ({ length }, head, tail, at, text, groups) => [length, head, tail, at, text, groups.head, groups.tail].join()),
        name.replace(/x/, count),
        name.replace(/i/gi, count),
    ])
    check('a function that throws', () => name.replace(/i/g, () => { throw new TypeError('no') }))
    check('a function that changes the pattern', () => {
        const pattern = /i/g
        return [name.replace(pattern, () => { pattern.lastIndex = 5; return pattern.test('i') }), pattern.lastIndex]
    })
    check('nested', () => name.replace(/[a-z]+/g, (word) => word.replace(/[aeiou]/g, (vowel) => `${vowel}${name.search(vowel)}`)))
    check('anonymization', () => [
        '12.34.56.78'.replace(/\.\d+$/, '.0'), 'a@b.c'.replace(/[^@]+(?=@)/, '***'), 'https://x.y/z?q=1#h'.replace(/[?#].*$/, ''), '  a  b '.replace(/^\s+|\s+$/g, '').replace(/\s+/g, ' '),
    ])
    return event
}
