// Writes `src/unicode/facts.txt`: what Node's own regular expressions say about every code point. Run it under Node 20:
//
//     node runtime/regexp/unicode/generate.mjs
//
// The file has three sections, numbers in base 64, five bits per letter and the lowest first: properties (names, then ranges as distances), the classes of code points that are equal with
// the flags `iu`, and the classes of code units that are equal with the flag `i`.
import { readFileSync, writeFileSync } from 'node:fs'

const names = JSON.parse(readFileSync(new URL('names.json', import.meta.url), 'utf8'))

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
let facts = ''
const number = (value) => {
    while (value >= 32) {
        facts += DIGITS[(value & 31) | 32]
        value >>>= 5
    }
    facts += DIGITS[value]
}
const text = (value) => {
    number(value.length)
    facts += value
}

const plane = []
for (let point = 0x10000; point <= 0x10ffff; point++) plane.push(String.fromCodePoint(point))
const astral = plane.join('')
const basic = []
for (let point = 0; point < 0xd800; point++) basic.push(String.fromCharCode(point))
const low = basic.join('')
const high = Array.from({ length: 0x2000 }, (_, index) => String.fromCharCode(0xe000 + index)).join('')

/** The code points that a pattern matches, as ranges. */
function ranges(pattern) {
    const found = []
    const add = (start, end) => {
        const last = found.at(-1)
        if (last && last[1] + 1 === start) last[1] = end
        else found.push([start, end])
    }
    const runs = new RegExp(`${pattern}+`, 'gu')
    for (const match of low.matchAll(runs)) add(match.index, match.index + match[0].length - 1)
    const single = new RegExp(pattern, 'u')
    for (let unit = 0xd800; unit < 0xe000; unit++) if (single.test(String.fromCharCode(unit))) add(unit, unit)
    for (const match of high.matchAll(runs)) add(0xe000 + match.index, 0xe000 + match.index + match[0].length - 1)
    for (const match of astral.matchAll(runs)) add(0x10000 + match.index / 2, 0x10000 + (match.index + match[0].length) / 2 - 1)
    return found
}

const isKnown = (property) => {
    try {
        return new RegExp(`\\p{${property}}`, 'u') && true
    } catch {
        return false
    }
}

const properties = []
const add = (key, aliases, expression) => {
    const known = aliases.filter((alias) => isKnown(expression(alias)))
    if (known.length === 0) return
    properties.push([known.map((alias) => key + alias).join('|'), ranges(`\\p{${expression(known[0])}}`)])
}
for (const aliases of names.categories) add('gc=', aliases, (alias) => `gc=${alias}`)
for (const aliases of names.scripts) add('sc=', aliases, (alias) => `sc=${alias}`)
for (const aliases of names.scripts) add('scx=', aliases, (alias) => `scx=${alias}`)
for (const aliases of names.binary) add('', aliases, (alias) => alias)

number(properties.length)
for (const [aliases, found] of properties) {
    text(aliases)
    number(found.length)
    let end = 0
    for (const [from, to] of found) {
        number(from - end)
        number(to - from)
        end = to
    }
}

/** Classes of characters that are equal under a comparison, found among those that share a mapping of case. */
function classes(last, flags) {
    const buckets = new Map()
    const parent = new Map()
    const root = (point) => {
        while (parent.has(point)) point = parent.get(point)
        return point
    }
    for (let point = 0; point <= last; point++) {
        const character = String.fromCodePoint(point)
        const [upper, lower] = [character.toUpperCase(), character.toLowerCase()]
        if (upper === character && lower === character) continue
        for (const key of [character, upper, lower, lower.toUpperCase(), upper.toLowerCase()]) {
            if (!buckets.has(key)) buckets.set(key, point)
            const [a, b] = [root(buckets.get(key)), root(point)]
            if (a !== b) parent.set(b, a)
        }
    }
    const groups = new Map()
    for (const [key, point] of buckets) {
        const members = groups.get(root(point)) ?? new Set()
        members.add(point)
        if ([...key].length === 1 && key.codePointAt(0) <= last) members.add(key.codePointAt(0))
        groups.set(root(point), members)
    }
    for (const point of parent.keys()) groups.get(root(point)).add(point)
    const found = []
    for (const members of groups.values()) {
        const left = [...members].sort((a, b) => a - b)
        while (left.length > 0) {
            const first = left.shift()
            const equal = new RegExp(`^\\u${flags === 'iu' ? `{${first.toString(16)}}` : first.toString(16).padStart(4, '0')}$`, flags)
            const same = left.filter((point) => equal.test(String.fromCodePoint(point)))
            same.forEach((point) => left.splice(left.indexOf(point), 1))
            if (same.length > 0) found.push([first, ...same])
        }
    }
    return found.sort((a, b) => a[0] - b[0])
}

for (const found of [classes(0x10ffff, 'iu'), classes(0xffff, 'i')]) {
    number(found.length)
    for (const members of found) {
        number(members.length)
        members.forEach(number)
    }
}

writeFileSync(new URL('../src/unicode/facts.txt', import.meta.url), facts)
console.log(`${properties.length} properties, ${facts.length} bytes`)
