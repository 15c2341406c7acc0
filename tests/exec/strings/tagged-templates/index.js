import { check } from './show'

const tag = (strings, ...values) => ({ strings, raw: strings.raw, values })
const identity = (strings) => strings
const site = (value) => identity`a${value}b`
let first

const object = {
    prefix: 'p',
    tag(strings, ...values) { return `${this.prefix}:${strings.join('|')}:${values.join()}` },
    nested: { tag: (strings) => strings.length },
}

export function processEvent(event) {
    const { text, number, nothing } = event.properties
    check('parts', () => tag`a${text}b${number}c`)
    check('empty', () => [tag``, tag`${number}`, tag`x`])
    check('escapes', () => tag`\n\t\u0041\x42\u{1f600}\\ \` \${}`)
    check('invalid escapes', () => tag`\u{110000} ${1} \xg \u00`)
    check('line ends', () => tag`one
two`)
    check('frozen', () => { const strings = identity`a${1}b`; strings[0] = 'z'; strings.push === undefined; return [Object.isFrozen(strings), Object.isFrozen(strings.raw), Array.isArray(strings), strings] })
    check('push', () => identity`a`.push('b'))
    check('identity', () => [site(1) === site(2), identity`a` === identity`a`, site(1).raw === site(2).raw])
    check('identity over events', () => { first = first ?? site(0); return first === site(0) })
    check('descriptor', () => { const raw = Object.getOwnPropertyDescriptor(identity`a`, 'raw'); return [raw.enumerable, raw.writable, raw.configurable, Object.keys(identity`a${1}`)] })
    check('this', () => [object.tag`a${1}b${2}`, object.nested.tag`${1}${2}`, object['tag']`x`])
    check('order', () => { const log = []; const get = (name, value) => { log.push(name); return value }; get('tag', tag)`${get('a', 1)}${get('b', 2)}`; return log })
    check('chained', () => ((s) => (t) => [s[0], t[0]])`a``b`)
    check('raw', () => [String.raw`a\n${text}\u0041`, String.raw`\``, String.raw({ raw: ['x', 'y', 'z'] }, 1, 2, 3), String.raw({ raw: 'abc' }, 0, 1), String.raw({ raw: { length: 1.9, 0: number } })])
    check('raw errors', () => String.raw(nothing))
    check('raw errors 2', () => String.raw({}))
    check('not callable', () => text`a`)
    check('not callable 2', () => object.missing`a`)
    check('nullish', () => nothing.tag`a`)
    check('construct', () => { function Made(strings) { return { got: strings.raw[0] } } return Made`q` })
    check('in loop', () => { const seen = []; for (let i = 0; i < 3; i++) seen.push(identity`loop${i}`); return seen[0] === seen[2] })
    check('generator', () => [...(function* (strings, ...values) { yield* strings; yield* values })`a${1}b`])
    return event
}
