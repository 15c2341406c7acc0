import { check } from './show'

export function processEvent(event) {
    const { pair, letters, camel } = event.properties
    // With the flags `u` and `v`, matching goes back to the beginning of a pair, also where only the start of the text will do.
    for (const flags of ['gu', 'gv', 'yu', 'g']) {
        check(flags, () => {
            const pattern = new RegExp('^.', flags)
            pattern.lastIndex = 1
            return [pattern.exec(pair), pattern.lastIndex]
        })
    }
    // V8 adds what is equal but for case to the characters of a class, not to those of a class in it.
    for (const source of ['[^[a--c]]', '[^[a--c]a]', '[b[^[a--c][a--\\n]]]', '[^[a]]', '[^\\q{a}]', '[^[\\q{a}--b]]', '[^[\\p{Ll}--b]]']) {
        check(source, () => letters.map((letter) => new RegExp(source, 'iv').test(letter)))
    }
    // Replacements with and without references, many at once, and within each other.
    check('text', () => camel.replace(/[A-Z]/g, '-'))
    check('empty', () => camel.replace(/[A-Z]/g, ''))
    check('reference', () => camel.replace(/([a-z])([A-Z])/g, '$1_$2'))
    check('dollars', () => camel.replace(/[A-Z]/, '$'))
    check('within', () => camel.replace(/[A-Z]+/g, (found, at) => `<${found.replace(/L|N/g, (letter) => letter.toLowerCase())}${at}>`))
    check('once', () => 'aXbX'.replace('X', '$$') + 'aXbX'.replaceAll('X', '-'))
    // What the first characters can be decides where to look.
    check('alternatives', () => [...camel.matchAll(/Name|URL|IDs?|ing|ed/g)].map((found) => [found[0], found.index]))
    check('at the end', () => [/ed$/.exec('created, updated'), /(?:ab|cd)e?$/i.exec('xxABcd'), /\d{4}-\d\d/.exec('12-2023-1-2023-11')])
    check('counted', () => [/^(?:(\d{1,3})\.){3}(\d{1,3})$/.exec('10.20.30.40'), /(?:(a)|b){2,3}c/.exec('aabbc'), /^(?:ab?){2,}$/.exec('aaba')])
    check('names', () => ({ .../(?<ключ>[a-z]+)(?<value>[A-Z])?/.exec(camel).groups }))
    check('kept', () => {
        const pattern = /o/
        pattern.lastIndex = 5
        return [pattern.test('foo'), pattern.lastIndex, pattern.exec('foo').index, pattern.lastIndex]
    })
    return event
}
