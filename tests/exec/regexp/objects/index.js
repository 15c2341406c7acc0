import { check } from './show'

const KEPT = /k/g
global.pattern = /global/i

function literal() {
    return /same/g
}

export function processEvent(event) {
    const { source, flags, text } = event.properties
    check('a new object each time', () => [literal() === literal(), literal().lastIndex, KEPT === KEPT])
    check('state is kept', () => [KEPT.test('kk'), KEPT.lastIndex, global.pattern.test('GLOBAL')])
    check('kinds', () => [typeof /a/, /a/ instanceof RegExp, /a/ instanceof Object, Object.prototype.toString.call(/a/), Array.isArray(/a/), /a/.constructor === RegExp])
    check('texts', () => [String(/a\/b/g), `${/x/}`, /a/ + '', JSON.stringify(/a/), JSON.stringify({ r: /a/ }), /[/]/.toString(), new RegExp('/').toString(), [/a/, /b/i].join()])
    check('made at run time', () => [new RegExp(source, flags).exec(text), RegExp(source).test(text), new RegExp(source, flags).source, String(new RegExp(source, flags))])
    check('of another', () => {
        const first = /a/gi
        return [RegExp(first) === first, new RegExp(first) === first, new RegExp(first).flags, RegExp(first, 'm').flags, new RegExp(first, undefined).flags, RegExp(first, '') === first]
    })
    check('of odd values', () => [new RegExp().source, new RegExp(undefined, undefined).flags, new RegExp(null).source, new RegExp(12).source, new RegExp(['a', 'b']).source, new RegExp('').test('')])
    for (const odd of ['x', 'gg', 'uv', 'G', null, {}, 1]) {
        check(`flags ${odd}`, () => new RegExp('a', odd))
    }
    check('accessors', () => {
        const all = new RegExp('a', 'dgimsuy')
        const sets = new RegExp('a', 'v')
        return [all.flags, all.hasIndices, all.global, all.ignoreCase, all.multiline, all.dotAll, all.unicode, all.unicodeSets, all.sticky, sets.flags, sets.unicodeSets, sets.unicode, /a/.sticky]
    })
    check('escaped sources', () => ['/', '\n', '\r', '\u2028', '[/]', '\\/', '\\\n', 'a/b[/]/', '[]/]', '[\\]/]', '\\[/'].map((text) => {
        const found = attempt(() => new RegExp(text))
        return found instanceof RegExp ? [found.source, String(found)] : found
    }))
    check('own properties', () => {
        const pattern = /a/
        pattern.extra = 1
        pattern.lastIndex = 'x'
        return [Object.keys(pattern), Object.getOwnPropertyNames(pattern), Object.getOwnPropertyDescriptor(pattern, 'lastIndex'), pattern.hasOwnProperty('source'), 'source' in pattern, delete pattern.lastIndex, pattern.test('a'), pattern.lastIndex]
    })
    check('what cannot be written', () => {
        const pattern = /a/g
        pattern.global = false
        pattern.source = 'x'
        return [pattern.global, pattern.source, pattern.test('a')]
    })
    check('frozen', () => Object.freeze(/a/g).test('ba'))
    check('frozen and stateless', () => Object.freeze(/a/).test('ba'))
    check('frozen and replaced', () => 'a'.replace(Object.freeze(/a/g), ''))
    check('with another exec', () => {
        const pattern = /a/g
        let calls = 0
        pattern.exec = () => (calls++ < 2 ? { index: calls, 0: 'b', length: 1 } : null)
        return [pattern.test('zzz'), 'abc'.replace(pattern, '<$&>'), 'abc'.match(pattern), calls]
    })
    check('shared calls', () => {
        const { test } = /a/
        return [test.call(/b/, 'b'), RegExp.prototype.exec.call(/b/, 'abc').index, RegExp.prototype.toString.call({ source: 's', flags: 'f' })]
    })
    for (const receiver of [{}, 1, undefined, RegExp.prototype]) {
        for (const name of ['exec', 'toString', 'compile']) {
            check(`${name} of ${typeof receiver}`, () => RegExp.prototype[name].call(receiver, 'a'))
        }
        for (const name of ['global', 'source', 'flags', 'sticky']) {
            check(`${name} of ${typeof receiver}`, () => Object.getOwnPropertyDescriptor(RegExp.prototype, name).get.call(receiver))
        }
    }
    check('functions', () => [RegExp.length, RegExp.name, RegExp.prototype.exec.length, RegExp.prototype.test.length, RegExp.prototype.toString.length, ''.match.length, ''.matchAll.length, ''.search.length, ''.replace.length])
    check('structuredClone', () => {
        const copy = structuredClone({ pattern: KEPT })
        return [copy.pattern === KEPT, String(copy.pattern), copy.pattern.lastIndex, KEPT.lastIndex]
    })
    check('compile', () => {
        const pattern = /a/g
        pattern.lastIndex = 3
        return [pattern.compile('b', 'i') === pattern, String(pattern), pattern.lastIndex, pattern.test('B'), String(pattern.compile(/c/y))]
    })
    check('iterator', () => {
        const found = 'a1b2'.matchAll(/\d/g)
        const step = found.next()
        return [String(found), step.done, step.value.index, [...found].length, found.next()]
    })
    for (const name of ['includes', 'startsWith', 'endsWith']) {
        check(name, () => text[name](/a/))
    }
    const unknown = text.length > 0 ? /a/ : text
    check('includes of unknown', () => text.includes(unknown))
    check('starts with unknown', () => 'abc'.startsWith(unknown, 1))
    check('ends with a literal', () => 'abc'.endsWith(/c/))
    check('replaceAll without g', () => text.replaceAll(/a/, ''))
    check('matchAll without g', () => text.matchAll(/a/))
    check('match of a bad text', () => text.match('('))
    check('not callable', () => unknown())
    check('no such member', () => /a/.missing.deeper)
    check('equality', () => [/a/ == '/a/', /a/ === /a/, unknown == unknown, [/a/].includes(/a/), new Map([[KEPT, 1]]).get(KEPT)])
    console.log(/a/g, [/b/], { c: /d/ }, KEPT)
    event.properties.pattern = /in the event/
    return event
}

function attempt(make) {
    try {
        return make()
    } catch (error) {
        return String(error)
    }
}
