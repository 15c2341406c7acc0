import { check } from './show'

const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD']

export function processEvent(event) {
    // Every code point, by what becomes of it, in blocks.
    const [from, to] = event.properties.range
    for (const form of FORMS) {
        let changed = 0
        let hash = 0
        for (let point = from; point < to; point++) {
            const text = String.fromCodePoint(point)
            const result = ('a' + text + '\u0301').normalize(form)
            if (result !== 'a' + text + '\u0301') changed++
            for (let i = 0; i < result.length; i++) {
                hash = (hash * 31 + result.charCodeAt(i)) % 1000000007
            }
        }
        console.log(form, changed, hash)
    }
    let hash = 0
    for (let point = from; point < to; point++) {
        const text = String.fromCodePoint(point)
        const result = text.toUpperCase() + text.toLowerCase() + ('aΣ' + text + 'Σ').toLowerCase() + (text + 'i\u0307').toLocaleUpperCase('lt') + (text + 'I\u0300').toLocaleLowerCase('tr')
        for (let i = 0; i < result.length; i++) {
            hash = (hash * 31 + result.charCodeAt(i)) % 1000000007
        }
    }
    console.log('cases', hash)
    check('surrogates', () => ['\ud83d', 'e\u0301\ud83d', '\udc00\u0301e\u0301', 'é\ud800\udc00'].map((text) => FORMS.map((form) => text.normalize(form))))
    check('forms', () => ['é'.normalize(), 'é'.normalize(undefined), 'a'.normalize('NFC'), 'é'.normalize({ toString: () => 'NFD' }).length])
    for (const form of [null, '', 'nfc', 5, 'NFCX']) {
        check('the form ' + String(form), () => 'a'.normalize(form))
    }
    check('receivers', () => [String.prototype.normalize.call(5), String.prototype.normalize.call({ toString: () => 'e\u0301' })])
    check('no receiver', () => String.prototype.normalize.call(undefined))
    return event
}
