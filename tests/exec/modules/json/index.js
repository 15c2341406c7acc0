import { check } from './show'
import rates from './rates.json'
import list from './list.json'
import text from './text.json'
import odd from './odd.json'
import { EUR } from './rates'

export function processEvent(event) {
    check('rates', () => rates)
    check('EUR', () => EUR)
    check('list', () => list)
    check('text', () => text)
    check('odd', () => odd)
    check('keys', () => Object.keys(odd))
    check('own __proto__', () => Object.hasOwn(odd, '__proto__'))
    check('lookup', () => rates[event.properties.currency] * 2)
    rates.added = (rates.added ?? 0) + 1
    check('it is one object', () => rates.added)
    return event
}
