// What strings ask of patterns by symbols, and what regular expressions ask of themselves.
import { check } from './show'

const symbols = [Symbol.match, Symbol.matchAll, Symbol.replace, Symbol.search, Symbol.split]
const log = []

/** An object that logs what is asked of it. */
const spy = (values) => {
    const object = {}
    for (const name of ['flags', 'global', 'unicode', 'unicodeSets', 'lastIndex', 'exec', 'constructor']) {
        Object.defineProperty(object, name, {
            get() {
                log.push(name)
                return values[name]
            },
            set(value) {
                log.push(`${name}=${value}`)
            },
        })
    }
    return object
}

const logged = (label, run) => check(label, () => {
    log.length = 0
    const result = run()
    return [result, log.join(' ')]
})

export function processEvent(event) {
    const { text } = event.properties
    for (const symbol of symbols) {
        check(`${String(symbol)} of a regular expression`, () => {
            const result = /b(.)/g[symbol](text, 'X')
            return [typeof result === 'object' && !Array.isArray(result) ? [...result].map(String) : result, RegExp.prototype[symbol].length, RegExp.prototype[symbol].name]
        })
        for (const receiver of [undefined, 1, 'a', {}]) {
            check(`${String(symbol)} of ${String(receiver)}`, () => RegExp.prototype[symbol].call(receiver, text))
        }
        for (const flags of ['', 'g', 'gu']) {
            const values = { flags, global: flags.includes('g'), unicode: flags.includes('u'), lastIndex: 0, exec: () => null }
            logged(`${String(symbol)} asks, with ${flags}`, () => typeof RegExp.prototype[symbol].call(spy(values), text, 'X'))
        }
    }
    check('patterns of the program', () => [
        text.match({ [Symbol.match]: (string) => `m ${string}` }),
        text.replace({ [Symbol.replace]: (string, by) => `r ${string} ${by}` }, 'by'),
        text.replaceAll({ [Symbol.replace]: (string, by) => `r ${string} ${by}` }, 'by'),
        text.search({ [Symbol.search]: () => 7 }),
        text.split({ [Symbol.split]: (string, limit) => [string, limit] }, 3),
        text.matchAll({ [Symbol.matchAll]: () => ({ mine: 1 }) }),
    ])
    check('no method', () => [text.match({ [Symbol.match]: null, toString: () => 'b' })[0], text.split({ [Symbol.split]: undefined, toString: () => 'b' })])
    check('no function', () => text.match({ [Symbol.match]: 5 }))
    check('no function in search', () => text.search({ [Symbol.search]: true }))
    check('is a pattern', () => text.includes({ [Symbol.match]: true, toString: () => 'b' }))
    check('is no pattern', () => {
        const pattern = /b/
        pattern[Symbol.match] = false
        return ['/b/'.includes(pattern), '/b/'.startsWith(pattern), RegExp(pattern) === pattern]
    })
    check('made of a pattern', () => [String(new RegExp({ [Symbol.match]: true, source: 'q', flags: 'g' })), String(new RegExp({ [Symbol.match]: true, source: 'q', flags: 'g' }, 'i'))])
    check('exec that returns no match', () => {
        const pattern = /b/
        pattern.exec = () => 5
        return text.match(pattern)
    })
    check('exec of the program', () => {
        const pattern = /b/g
        const results = [{ 0: 'b', index: 1, length: 2, 1: 'one', groups: { n: 'N' } }, null]
        pattern.exec = () => results.shift()
        return text.replace(pattern, '[$1$<n>$&]')
    })
    check('species', () => {
        const pattern = /b/
        pattern.constructor = {
            [Symbol.species]: function (source, flags) {
                log.push(String(source), flags)
                return /c/y
            },
        }
        return [text.split(pattern), log.slice(-2)]
    })
    check('no species', () => {
        const pattern = /b/
        pattern.constructor = 5
        return pattern[Symbol.split](text)
    })
    check('changed prototype', () => {
        const before = RegExp.prototype[Symbol.match]
        RegExp.prototype[Symbol.match] = () => 'mine'
        try {
            return [text.match('b'), text.match(/b/)]
        } finally {
            RegExp.prototype[Symbol.match] = before
        }
    })
    check('one match', () => [...RegExp.prototype[Symbol.matchAll].call(/b/, text)].length)
    check('subclass', () => {
        class Mine extends RegExp {
            exec(string) {
                const result = super.exec(string)
                if (result) result[0] = result[0].toUpperCase()
                return result
            }
        }
        return [text.match(new Mine('b', 'g')), text.replace(new Mine('b'), '<$&>'), text.search(new Mine('c')), text.split(new Mine('b')), [...text.matchAll(new Mine('b', 'g'))].length]
    })
    check('unscopable', () => [Object.keys(Array.prototype[Symbol.unscopables]).length, symbols.map(String), Symbol.species in RegExp, RegExp[Symbol.species] === RegExp])
}
