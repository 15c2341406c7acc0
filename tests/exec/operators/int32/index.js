import { check } from './show'

function java(text) {
    let hash = 0
    for (let i = 0; i < text.length; i++) {
        hash = ((hash << 5) - hash + text.charCodeAt(i)) | 0
    }
    return hash
}

// The index is a number like others, and may begin anywhere.
function positions(text, other) {
    const seen = []
    let sum = 0
    for (let i = 1; i < text.length; i++) {
        sum = (sum + text.charCodeAt(i)) | 0
        seen.push(i, i / 2, -i, text[i], text.charAt(i), `${i}`, i === 1, i + sum, ~i, typeof i, other[i], Object.is(i, 1))
        if (i > 3) break
    }
    for (let i = 2147483647; i < text.length; i++) sum = (sum - text.charCodeAt(i)) | 0
    for (let i = 0; i < text.length; ++i) {
        for (let j = i; j < text.length; j++) sum = (sum ^ text.charCodeAt(j) ^ text.charCodeAt(i)) | 0
    }
    const later = []
    for (let i = 0; i < text.length; i++) {
        sum = (sum + text.charCodeAt(i)) | 0
        later.push(() => i)
    }
    return [seen, sum, later.map((index) => index())]
}

// The index is not that of the loop, or passes the end: charCodeAt gives NaN.
function beyond(text) {
    let hash = 7
    for (let i = 0; i < text.length; i++) {
        hash = (hash + text.charCodeAt(i + 1)) | 0
    }
    for (let i = 0; i <= text.length; i++) {
        hash ^= (hash - text.charCodeAt(i)) | 0
    }
    let other = 1
    for (let i = 0; i < text.length; i++) {
        i += 1
        other = (other * 31 + text.charCodeAt(i)) | 0
    }
    return [hash, other]
}

function fnv(text) {
    let h = 2166136261 | 0
    for (let i = 0; i < text.length; ++i) {
        h ^= text.charCodeAt(i)
        h = (h + (h << 1) + (h << 4) + (h << 7) + (h << 8) + (h << 24)) | 0
    }
    return h >>> 0
}

function murmur(text, seed) {
    let h = seed | 0
    let k = 0
    for (let i = 0; i < text.length; i++) {
        k = text.charCodeAt(i) & 0xff
        k = (k & 0xffff) * 0x5bd1 + (((k >>> 16) * 0x5bd1) << 16)
        h = (h ^ k) | 0
        h = (h << 13) | (h >>> 19)
        h = ((h & 0xffff) * 5 + ((((h >>> 16) * 5) & 0xffff) << 16) + 0xe654) | 0
    }
    return [h, k, -h, h / 2, h === k, h < k, `${h}`, typeof h, [h], ~h, !h, h ? 'yes' : 'no']
}

function shifts(bits, start) {
    let x = start | 0
    const seen = []
    for (const by of bits) {
        x = (x << by) ^ (x >> by)
        seen.push(x)
        x = ~x
        x = x - (-5 & by) + 2147483647 | 0
        x &= 0x7fffffff
        x |= -x
        x <<= by
        x >>= 1
        seen.push(x)
    }
    let negative = -1 | 0
    negative = negative >> 31
    let big = 1e10 | 0
    big = (big + 4294967296.5) | 0
    let zero = -0 | 0
    zero = zero & 0
    let kept = 5
    kept = kept | 0
    kept = kept / 2
    let minus = -0
    minus = minus ? minus | 1 : minus
    return [seen, negative, big, Object.is(zero, -0), kept, Object.is(minus, -0)]
}

function branches(flag, text) {
    let mode = 0
    if (flag) {
        mode = 3 & 2
    } else {
        mode = text.length
    }
    let inner = 1
    const bump = () => {
        inner = (inner + 1) | 0
        return inner
    }
    var hoisted = hoisted | 4
    let value
    value = 6 | 1
    let counted = 0
    counted = counted | 8
    counted++
    let chained = 0
    const result = (chained = chained | 9) + 0.5
    return [mode, bump(), hoisted, value, counted, chained, result]
}

export function processEvent(event) {
    const text = String(event.properties.text)
    check('java', () => java(text))
    check('positions', () => positions(text, ['a', , 'c']))
    check('beyond', () => beyond(text))
    check('fnv', () => fnv(text))
    check('murmur', () => murmur(text, 0x12345678))
    check('shifts', () => shifts([0, 1, 5, 31, 32, 33, -1, 2.9, NaN], event.properties.start))
    check('branches', () => [branches(true, text), branches(false, text)])
    const values = [0, -0, 1, -1, 5.5, -5.5, 7, -7, 100, 2 ** 31, 2 ** 32, 2 ** 32 - 1, 2 ** 53, 1e300, NaN, Infinity, -Infinity]
    check('remainders', () => values.map((a) => values.map((b) => a % b)))
    check('remainders of a variable', () => {
        let left = 1e9
        const seen = []
        for (let i = -3; i < 4; i++) {
            left %= 1000007
            seen.push(left % 7, i % 3, i % 0, (i / 4) % 1)
        }
        return seen
    })
    return event
}
