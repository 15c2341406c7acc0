// Writes random patterns with what Node makes of them, one case per line:
//
//     node cases.mjs SEED COUNT
//
// A line is: flags, pattern, input, lastIndex, and the result, separated by tabs. Texts are UTF-16 code units in hexadecimal. The result is `-`
// for no match, begin and end of each group, or `!` and the message for a pattern that is not valid.
let state = BigInt(process.argv[2] ?? 1) * 0xd1342543de82ef95n
function random(below) {
    state = (state + 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn
    let mixed = state
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & 0xffffffffffffffffn
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & 0xffffffffffffffffn
    return Number((mixed ^ (mixed >> 31n)) % BigInt(below))
}
const pick = (list) => list[random(list.length)]
const times = (most, make) => Array.from({ length: random(most + 1) }, make).join('')

const LETTERS = ['a', 'b', 'c', 'A', 'B', 'a', 'b', '1', '2', '_', '-', ' ', '\n', 'k', 's', 'S']
const STRANGE = [
    'é', 'É', 'ß', 'ẞ', 'ſ', 'K', 'µ', 'μ', 'Μ', 'σ', 'ς', 'Σ', 'İ', 'ı', 'I', 'i', '\u2028', '\ufeff', '\u180e', '😀', '😁', '\ud83d', '\ude00', '\ude01', '𐐀', '𐐨', 'ǅ', 'ǆ',
    'Ω', 'ω', 'Å', 'å', '٣', 'ﬅ', 'ﬆ', '\u0390', '\u1fd3', '\r', '\t', '\0', '\u200d',
]
const character = () => (random(4) ? pick(LETTERS) : pick(STRANGE))
const text = () => times(random(8) ? 10 : 14, random(3) ? character : () => pick(LETTERS))

// Not `\P{Any}` in a class: it makes Node 20 crash.
const PROPERTIES = [
    'L', 'Lu', 'Ll', 'Letter', 'N', 'Nd', 'P', 'Zs', 'Script=Greek', 'sc=Latn', 'scx=Cyrl', 'Alphabetic', 'Emoji', 'ASCII', 'Any', 'Assigned', 'White_Space', 'gc=Lu', 'Uppercase', 'ID_Start',
    'Lowercase', 'Cased_Letter', 'Changes_When_Lowercased', 'Emoji_Presentation',
]
const BAD_PROPERTIES = ['Foo', 'lu', 'Script=Foo', 'IsLatin', '', 'L=Lu', 'Script', 'gc', '=', 'Basic_Latin', 'sc=']

let groups, names, flags
const unicode = () => /[uv]/.test(flags)

function escapeOf(character) {
    return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character
}
function hexEscape(character) {
    const point = character.codePointAt(0)
    if (unicode() && random(2)) return `\\u{${point.toString(16)}}`
    if (point < 256 && random(2)) return `\\x${point.toString(16).padStart(2, '0')}`
    return [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
}
function property() {
    const name = random(20) ? pick(PROPERTIES) : pick(BAD_PROPERTIES)
    return `\\${name === 'Any' ? 'p' : pick(['p', 'P'])}{${name}}`
}
function classEscape() {
    return random(4) || !unicode() ? pick(['\\d', '\\D', '\\w', '\\W', '\\s', '\\S']) : property()
}
function classAtom() {
    switch (random(9)) {
        case 0: return classEscape()
        case 1: return hexEscape(character())
        case 2: return pick(['\\b', '\\n', '\\t', '\\cA', '\\-', '\\0', '\\]', '\\\\', '\\^'])
        case 3: { const a = character(), b = character(); const [low, high] = a < b ? [a, b] : [b, a]; return `${escapeOf(low)}-${escapeOf(high)}` }
        default: { const found = character(); return found === '-' && flags.includes('v') ? '\\-' : escapeOf(found) }
    }
}
function setClass(depth) {
    const operand = () => {
        switch (random(7)) {
            case 0: return depth > 0 ? setClass(depth - 1) : 'a'
            case 1: return classEscape()
            case 2: return `\\q{${times(3, () => pick(['ab', 'a', 'b', '|', 'c', '😀', 'A', 'k']))}}`
            case 3: return property()
            default: return classAtom()
        }
    }
    const negated = random(4) ? '' : '^'
    switch (random(4)) {
        case 0: return `[${negated}${operand()}&&${operand()}]`
        case 1: return `[${negated}${operand()}--${operand()}]`
        default: return `[${negated}${times(4, operand)}]`
    }
}
function characterClass() {
    if (flags.includes('v')) return setClass(2)
    return `[${random(3) ? '' : '^'}${times(4, classAtom)}]`
}
function quantifier() {
    const least = random(3)
    const bounds = pick([`{${least}}`, `{${least},}`, `{${least},${least + random(3)}}`, `{${least},${least + random(3)}}`, random(9) ? '{2}' : '{2,1}', '{0}'])
    return (random(3) ? pick(['*', '+', '?']) : bounds) + pick(['', '', '?'])
}
function atom(depth) {
    switch (random(depth > 0 ? 16 : 9)) {
        case 0: return characterClass()
        case 1: return classEscape()
        case 2: return '.'
        case 3: return hexEscape(character())
        case 4: return groups > 0 || random(5) === 0 ? `\\${1 + random(Math.max(groups, 1) + (random(6) ? 0 : 2))}` : 'a'
        case 5: return names.length > 0 && random(2) ? `\\k<${pick(names)}>` : escapeOf(character())
        case 9: case 10: { groups++; return `(${disjunction(depth - 1)})` }
        case 11: { groups++; const name = pick(['x', 'y', 'long', '$', 'é', '𐐀', 'x']) + (random(12) ? groups : ''); names.push(name); return `(?<${name}>${disjunction(depth - 1)})` }
        case 12: case 13: return `(?:${disjunction(depth - 1)})`
        case 14: return `(?${pick(['=', '!'])}${disjunction(depth - 1)})`
        case 15: return `(?<${pick(['=', '!'])}${disjunction(depth - 1)})`
        default: return escapeOf(character())
    }
}
function term(depth) {
    if (random(9) === 0) return pick(['^', '$', '\\b', '\\B'])
    const found = atom(depth)
    const isLook = /^\(\?<?[=!]/.test(found)
    return found + (random(isLook ? 20 : 3) ? '' : quantifier())
}
const alternative = (depth) => times(4, () => term(depth))
function disjunction(depth) {
    return random(4) ? alternative(depth) : Array.from({ length: 1 + random(3) }, () => alternative(depth)).join('|')
}

const NOISE = [...'()[]{}?*+|\\^$.,-:=!<>0123456789kpPuxcdDsSwWbBqfnrtva&~/', '(?:', '(?=', '(?<', '(?<=', '\\u', '\\u{', '\\x', '\\k<', '\\p{', '[^', '{1,', '\\c', '&&', '--', '\\q{', '\\0', '\\1', '😀']
function noise() {
    return times(9, () => pick(NOISE))
}
function mutated(pattern) {
    const at = random(pattern.length + 1)
    switch (random(3)) {
        case 0: return pattern.slice(0, at) + pattern.slice(at + 1)
        case 1: return pattern.slice(0, at) + pick(NOISE) + pattern.slice(at)
        default: return pattern.slice(0, at)
    }
}

const hex = (value) => Array.from({ length: value.length }, (_, at) => value.charCodeAt(at).toString(16).padStart(4, '0')).join('')
const lines = []
for (let count = Number(process.argv[3] ?? 1000); count > 0; ) {
    ;[groups, names] = [0, []]
    flags = ['i', 'm', 's', 'g', 'y'].filter(() => random(3) === 0).join('') + pick(['', '', 'u', 'v'])
    let pattern = random(6) ? disjunction(3) : noise()
    if (random(8) === 0) pattern = mutated(pattern)
    let regexp, result
    try {
        regexp = new RegExp(pattern, `${flags}d`)
    } catch (error) {
        result = `!${error.message.slice(error.message.lastIndexOf(`/${[...`${flags}d`].sort().join('')}: `) + flags.length + 4)}`
    }
    for (let inputs = result ? 1 : 4; inputs > 0; inputs--, count--) {
        const input = text()
        const start = random(3) ? 0 : random(input.length + 1)
        if (regexp) {
            regexp.lastIndex = start
            const match = regexp.exec(input)
            result = match ? match.indices.map((range) => (range ? `${range[0]},${range[1]}` : '')).join(';') : '-'
        }
        lines.push([flags, hex(pattern), hex(input), start, result].join('\t'))
    }
}
process.stdout.write(`${lines.join('\n')}\n`)
