// What Node has and Prickle has not: `typeof` tells, and it is not simply absent from the global object.
import { check } from './show'

export function processEvent(event) {
    check('typeof', () => [typeof Atomics, typeof Intl, typeof Proxy, typeof SharedArrayBuffer, typeof WeakRef, typeof eval, typeof WebAssembly])
    check('typeof unknown', () => [typeof setTimeout, typeof whatever])
    check('in', () => ['Proxy' in globalThis, 'whatever' in globalThis, event.properties.name in globalThis, Object.hasOwn(globalThis, 'eval')])
    globalThis.Proxy = 1
    check('own', () => [globalThis.Proxy, typeof globalThis.Proxy, globalThis[event.properties.name]])
    check('deleted', () => delete globalThis.Proxy)
    return event
}
