import { check } from './show'

// Numbers in the forms that the events ask for, and all that can be asked wrongly.
export function processEvent(event) {
    const { cases } = event.properties
    event.properties = {
        texts: cases.map(([number, locale, options]) => {
            try {
                return Number(number).toLocaleString(locale ?? undefined, options)
            } catch (error) {
                return String(error)
            }
        }),
    }
    if (event.event !== 'first') return event
    const wrong = [null, 5, 'x', { style: 'x' }, { style: 'currency' }, { currency: 'x' }, { style: 'currency', currency: 'usd' }, { style: 'currency', currency: 'USD', currencyDisplay: 'x' }, { minimumFractionDigits: 21 }, { maximumFractionDigits: 101 },
        { minimumFractionDigits: 3, maximumFractionDigits: 2 }, { minimumFractionDigits: 'x' }, { minimumIntegerDigits: 0 }, { minimumIntegerDigits: 22 }, { maximumSignificantDigits: 0 }, { minimumSignificantDigits: 5, maximumSignificantDigits: 3 }, { useGrouping: 'x' },
        { signDisplay: 'x' }, { notation: 'x' }, { notation: 'standard' }, { localeMatcher: 'x' }, { numberingSystem: 'latn' }, { roundingMode: 'halfExpand' }, { roundingMode: 'x' }, { compactDisplay: 'x' }, { unitDisplay: 'x' }, { currencySign: 'x' }, { trailingZeroDisplay: 'x' }, { roundingPriority: 'x' }]
    for (const options of wrong) {
        check(JSON.stringify(options), () => (1234.5).toLocaleString('en-US', options))
    }
    for (const locale of [null, 5, 'en_US', [5], ['x'], {}, ['en-GB', null], 'i', true, [], ['fr']]) {
        check('the locale ' + JSON.stringify(locale), () => (1234.5).toLocaleString(locale))
    }
    check('receivers', () => Number.prototype.toLocaleString.call(new Number(12345)))
    check('no number', () => Number.prototype.toLocaleString.call('5'))
    check('in arrays', () => [[1234.5, null, 'a', 5e6].toLocaleString(), [new Date(0)].toLocaleString()])
    check('order', () => {
        const seen = []
        const options = {}
        for (const name of ['localeMatcher', 'numberingSystem', 'style', 'currency', 'currencyDisplay', 'currencySign', 'unit', 'unitDisplay', 'roundingIncrement', 'notation', 'minimumIntegerDigits', 'minimumFractionDigits', 'maximumFractionDigits', 'minimumSignificantDigits', 'maximumSignificantDigits', 'roundingPriority', 'trailingZeroDisplay', 'compactDisplay', 'useGrouping', 'signDisplay', 'roundingMode']) {
            Object.defineProperty(options, name, { get: () => void seen.push(name) })
        }
        return [(5).toLocaleString('en', options), seen.join()]
    })
    return event
}
