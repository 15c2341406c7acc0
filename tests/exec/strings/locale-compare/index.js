import { check } from './show'

const OPTIONS = [undefined, { numeric: true }, { sensitivity: 'base' }, { sensitivity: 'accent' }, { sensitivity: 'case' }, { sensitivity: 'variant' }, { ignorePunctuation: true }, { caseFirst: 'upper' }, { caseFirst: 'lower', numeric: true }]
const LOCALES = [undefined, 'en-US', 'en-gb', ['de'], 'fr-FR', 'es-ES', 'sv', 'cs-CZ', 'pl', 'tr', 'fi', 'nb', 'it', 'nl', 'pt-BR', []]

export function processEvent(event) {
    const { words } = event.properties
    check('sorted', () => [...words].sort((a, b) => a.localeCompare(b)))
    for (const locale of LOCALES) {
        for (const options of OPTIONS) {
            console.log(String(locale), [...words].sort((a, b) => a.localeCompare(b, locale, options)).map((word) => words.indexOf(word)))
            console.log(words.map((word, index) => word.localeCompare(words[(index * 7 + 3) % words.length], locale, options)))
        }
    }
    check('literals', () => ['a'.localeCompare('b'), 'b'.localeCompare('a'), 'a'.localeCompare('a'), 'résumé'.localeCompare('resume'), 'a'.localeCompare(), 'a'.localeCompare(null), 'A'.localeCompare('a', undefined, { sensitivity: 'accent' })])
    for (const locale of [null, 5, 'en_US', [5], ['x'], {}, ['en', null], 'i', 'abcd', true, [['en']]]) {
        check('the locale ' + JSON.stringify(locale), () => 'a'.localeCompare('b', locale))
    }
    for (const options of [null, 5, 'x', { sensitivity: 'x' }, { usage: 'x' }, { localeMatcher: 'x' }, { caseFirst: '' }, { numeric: 'no' }, { localeMatcher: 'lookup' }]) {
        check('the options ' + JSON.stringify(options), () => 'a10'.localeCompare('a9', 'en', options))
    }
    check('receivers', () => [String.prototype.localeCompare.call(5, '5'), String.prototype.localeCompare.call([1], 1)])
    check('no receiver', () => String.prototype.localeCompare.call(null, 'a'))
    check('cases by locale', () => ['tr', 'az-AZ', 'lt', 'el', 'de', 'TR', ['en', 'tr']].map((locale) => words.map((word) => word.toLocaleUpperCase(locale) + word.toLocaleLowerCase(locale)).join()))
    for (const locale of [null, 5, '', 'i', 'en_US', [], ['tr'], [null]]) {
        check('case by ' + JSON.stringify(locale), () => ['I'.toLocaleLowerCase(locale), 'i'.toLocaleUpperCase(locale)])
    }
    return event
}
