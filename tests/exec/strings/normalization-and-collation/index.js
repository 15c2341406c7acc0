import { check } from './show'

export function processEvent(event) {
    check("'caf\\u0065\\u0301'.normalize()", () => 'caf\u0065\u0301'.normalize())
    check("'caf\\u0065\\u0301'.normalize().length", () => 'caf\u0065\u0301'.normalize().length)
    check("'\\u00e9'.normalize('NFD').length", () => '\u00e9'.normalize('NFD').length)
    check("'\\ufb01'.normalize('NFKC')", () => '\ufb01'.normalize('NFKC'))
    check(`'a'.normalize('x')`, () => 'a'.normalize('x'))
    check(`'a'.localeCompare('b')`, () => 'a'.localeCompare('b'))
    check(`'b'.localeCompare('a')`, () => 'b'.localeCompare('a'))
    check(`'a'.localeCompare('a')`, () => 'a'.localeCompare('a'))
    check(`'a'.localeCompare('B')`, () => 'a'.localeCompare('B'))
    check(`'a'.localeCompare('A')`, () => 'a'.localeCompare('A'))
    return event
}
