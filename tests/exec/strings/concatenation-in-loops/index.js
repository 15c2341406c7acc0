import { check } from './show'

// Strings that are appended to in place must not change strings that share their bytes.
export function processEvent(event) {
    let text = 'a'
    const seen = []
    for (let i = 0; i < 6; i++) {
        const before = text
        text += i
        seen.push(before, text)
    }
    check('text', () => text)
    check('seen', () => seen)

    const base = event.properties.base
    const left = base + 'left'
    const right = base + 'right'
    check('two continuations of one string', () => [left, right, base])

    let pieces = ''
    for (const piece of ['\ud83e', '\udd94', 'é', '\ud83e']) {
        pieces += piece
    }
    check('pieces', () => pieces)
    check('pieces.length', () => pieces.length)
    pieces += '\udd94'
    check('pieces', () => [...pieces])

    let growing = ''
    for (let i = 0; i < 2000; i++) growing += String.fromCharCode(97 + (i % 26))
    check('growing', () => [growing.length, growing.slice(-5), growing[1000]])

    let front = ''
    for (let i = 0; i < 50; i++) front = i + front
    check('front', () => front)

    const a = text + '!'
    const b = a + '!'
    const c = a + '?'
    const d = b + '.'
    check('siblings', () => [a, b, c, d])
    event.properties.kept = a
    text = a + 'x'
    check('kept', () => event.properties.kept)
    return event
}
