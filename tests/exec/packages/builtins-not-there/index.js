import { check } from './show'
const looks = require('looks')

// In the plugin's own files, too, `typeof` and the global object must not say that they are absent.
export function processEvent(event) {
    check('names', () => looks.names())
    check('isWeak', () => [looks.isWeak(event), looks.isWeak(1), looks.isWeak(looks)])
    check('rules', () => [looks.rules(event.event), looks.rules('any ref'), looks.rules('')])
    check('isSame', () => looks.isSame())
    check('parents', () => looks.parents())
    check('optional', () => looks.optional(event))
    check('count', () => [looks.count(event), looks.count(new ArrayBuffer(2))])
    check('methods', () => looks.methods())
    check('show', () => [looks.show(event.event), looks.show({ [Symbol.for('nodejs.util.inspect.custom')]: () => 'custom' })])
    check('typeof', () => [typeof Intl, typeof Proxy, typeof WeakRef, typeof eval, typeof Atomics, typeof globalThis.Intl, typeof globalThis['SharedArrayBuffer']])
    return event
}
