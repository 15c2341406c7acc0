import { check } from './show'

export function processEvent(event) {
    const { text } = event.properties
    const length = text.length
    const codes = []
    for (let i = 0; i < text.length; i++) codes.push(text.charCodeAt(i))
    let backwards = ''
    for (let i = text.length - 1; i >= 0; i--) backwards += text[i]
    const middle = text.slice(5, 9)
    const every = []
    for (const c of text) every.push(c)
    let rebuilt = ''
    for (let i = 0; i < text.length; i++) rebuilt += text.charAt(i)
    const positions = [text.indexOf('z'), text.indexOf('\u4e2d'), text.lastIndexOf('a'), text.indexOf('a', 3)]
    const halves = [text.substring(0, 4), text.substring(4)]
    check('length', () => length)
    check('codes.length', () => codes.length)
    check('codes', () => codes)
    check('backwards', () => backwards)
    check('middle', () => middle)
    check(`every.join('')`, () => every.join(''))
    check('every.length', () => every.length)
    check('rebuilt === text', () => rebuilt === text)
    check('positions', () => positions)
    check('halves', () => halves)
    return event
}
