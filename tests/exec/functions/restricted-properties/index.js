// `caller` and `arguments` of strict functions throw, whether they are read or written.
import { check } from './show'

function strict() {
    'use strict'
}
class Class {}

export function processEvent(event) {
    const functions = [strict, () => 1, Class]
    for (const f of event.properties.empty ? [] : functions) {
        for (const name of ['caller', 'arguments']) {
            check(`${f.name} read`, () => f[name])
            check(`${f.name} written`, () => { f[name] = 1; return 'written' })
            check(`${f.name} written in strict code`, () => { 'use strict'; f[name] = 1; return 'written' })
        }
        check(`${f.name} by name`, () => { f.caller = 1 })
        check(`${f.name} defined`, () => Object.defineProperty(f, 'caller', { value: 5 }).caller)
    }
    return event
}
