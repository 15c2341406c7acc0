import { check } from './show'

export function processEvent(event) {
    const { list, locale } = event.properties
    check('literal', () => [1234.5, [2.25]].toLocaleString('de-DE'))
    check('unknown', () => list.toLocaleString(locale))
    check('options', () => list.toLocaleString('en-US', { minimumFractionDigits: 2 }))
    check('options alone', () => list.toLocaleString(undefined, { maximumFractionDigits: 0 }))
    check('what is handed on', () => [{ toLocaleString: (...all) => all.length }].toLocaleString())
    check('what is handed on, one', () => [{ toLocaleString: (...all) => all.length }].toLocaleString('de-DE', undefined))
    check('what is handed on, two', () => [{ toLocaleString: (...all) => String(all[0]) + all.length }].toLocaleString(undefined, {}))
    check('no locale', () => list.toLocaleString([1]))
    check('bytes', () => new Float64Array(list).toLocaleString('de-DE'))
    check('own names of String', () => Object.getOwnPropertyNames(String))
    return event
}
