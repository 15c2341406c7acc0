import { check } from './show'

const functions = { encodeURI, encodeURIComponent, decodeURI, decodeURIComponent, escape, unescape }

export function processEvent(event) {
    for (const text of event.properties.texts) {
        check(`encodeURI ${JSON.stringify(text)}`, () => encodeURI(text))
        check(`encodeURIComponent ${JSON.stringify(text)}`, () => encodeURIComponent(text))
        check(`decodeURI ${JSON.stringify(text)}`, () => decodeURI(text))
        check(`decodeURIComponent ${JSON.stringify(text)}`, () => decodeURIComponent(text))
        check(`escape ${JSON.stringify(text)}`, () => escape(text))
        check(`unescape ${JSON.stringify(text)}`, () => unescape(text))
    }
    for (const name of Object.keys(functions)) {
        check(name, () => [functions[name].name, functions[name].length, functions[name](), functions[name](null), functions[name]({ toString: () => 'x y' }), ['a b', 'c%20d'].map(functions[name])])
        check(`all of ASCII by ${name}`, () => functions[name](Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter((c) => c !== '%').join('')))
    }
    check('every escape', () => {
        let wrong = 0
        for (let code = 0; code < 256; code++) {
            const text = '%' + code.toString(16).padStart(2, '0')
            try {
                wrong += decodeURIComponent(text).charCodeAt(0) === code ? 0 : 1
            } catch (error) {
                wrong += error instanceof URIError && error.message === 'URI malformed' ? 1000 : 1
            }
        }
        return wrong
    })
    check('absent globals', () => [typeof btoa, typeof atob, typeof URLSearchParams, typeof crypto, typeof TextEncoder])
    check('btoa', () => btoa('a'))
    return event
}
