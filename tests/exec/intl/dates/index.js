import { check } from './show'

const LOCALES = ['en-US', 'en-GB', 'de-DE', 'es-ES', 'fr-FR']
const OPTIONS = [
    undefined,
    {},
    { timeZone: 'UTC' },
    { timeZone: 'America/New_York', timeZoneName: 'short' },
    { timeZone: 'Europe/London', timeZoneName: 'long' },
    { weekday: 'long' },
    { weekday: 'short', hour: 'numeric', minute: '2-digit' },
    { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
    { year: 'numeric', month: 'short', day: '2-digit' },
    { year: 'numeric', month: '2-digit', day: '2-digit' },
    { year: '2-digit', month: 'numeric' },
    { month: 'long' },
    { month: 'narrow', day: 'numeric' },
    { month: 'long', year: 'numeric' },
    { year: 'numeric' },
    { day: 'numeric' },
    { era: 'short', day: 'numeric' },
    { era: 'long', year: 'numeric', month: 'long' },
    { hour: 'numeric' },
    { hour: '2-digit', minute: '2-digit' },
    { hour: '2-digit', minute: '2-digit', hour12: false },
    { hour: 'numeric', minute: 'numeric', second: 'numeric', fractionalSecondDigits: 3, hour12: true },
    { hour: 'numeric', hourCycle: 'h23' },
    { minute: '2-digit', second: '2-digit' },
    { dateStyle: 'full' },
    { dateStyle: 'medium', timeStyle: 'short' },
    { dateStyle: 'short', timeStyle: 'long', timeZone: 'Asia/Tokyo' },
    { timeStyle: 'medium' },
    { timeStyle: 'full', timeZone: 'Europe/Berlin', hour12: true },
    { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: 'America/Los_Angeles', timeZoneName: 'shortOffset' },
]

export function processEvent(event) {
    const dates = event.properties.times.map((time) => new Date(time))
    for (const locale of LOCALES) {
        for (const options of OPTIONS) {
            for (const method of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
                check(`${method} ${locale} ${JSON.stringify(options)}`, () => dates.map((date) => date[method](locale, options)))
            }
        }
    }
    // What the compiler knows.
    const date = new Date(event.timestamp)
    check('known', () => [date.toLocaleString(), date.toLocaleDateString(), date.toLocaleTimeString('en-GB'), date.toLocaleDateString('en-US', { month: 'short', day: 'numeric' }), date.toLocaleTimeString(undefined, { hour: '2-digit' }), date.toLocaleDateString([], { dateStyle: 'long' })])
    check('lengths', () => [Date.prototype.toLocaleString.length, Date.prototype.toLocaleDateString.name])
    for (const locale of [null, 5, 'en_US', [5], ['x'], {}, ['en-GB', null], 'i', true, [['en-GB']], []]) {
        check('the locale ' + JSON.stringify(locale), () => date.toLocaleString(locale))
        check('invalid', () => new Date(NaN).toLocaleString(locale))
    }
    for (const options of [null, 5, 'x', { month: 'x' }, { month: '' }, { month: null }, { hourCycle: 'h25' }, { timeZone: 'Mars/Base' }, { timeZone: 'europe/BERLIN' }, { fractionalSecondDigits: 0 }, { fractionalSecondDigits: 4 }, { localeMatcher: 'x' }, { formatMatcher: 'x' }, { calendar: 'gregory' }, { numberingSystem: 'latn' }, { dateStyle: 'x' }, { dateStyle: 'short', month: 'long' }, { timeStyle: 'short', weekday: 'long', era: 'short' }, { dateStyle: 'short', timeStyle: 'short', timeZoneName: 'short' }, { hour12: 'no' }, { hour12: undefined, hourCycle: 'h24' }, { hour12: true, hourCycle: 'h23' }]) {
        for (const method of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
            check(`${method} ${JSON.stringify(options)}`, () => date[method]('en-US', options))
        }
    }
    check('order', () => {
        const seen = []
        const names = ['weekday', 'era', 'year', 'month', 'day', 'dayPeriod', 'hour', 'minute', 'second', 'fractionalSecondDigits', 'timeZoneName', 'hour12', 'hourCycle', 'timeZone', 'localeMatcher', 'formatMatcher', 'calendar', 'numberingSystem', 'dateStyle', 'timeStyle']
        const options = {}
        for (const name of names) {
            Object.defineProperty(options, name, { get: () => void seen.push(name) })
        }
        return [date.toLocaleString('en', options), date.toLocaleDateString('en', options), date.toLocaleTimeString('en', options), seen.join()]
    })
    check('options before locales', () => new Date(0).toLocaleString(['1e3'].pop(), null))
    check('locales after options', () => new Date(0).toLocaleDateString(['1e3'].pop(), { get day() { throw new Error('day') } }))
    return event
}
