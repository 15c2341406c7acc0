// NaN, Infinity and undefined are properties of the global object that nobody can change or delete.
import { check } from './show'

export function processEvent(event) {
    const { name } = event.properties
    check('delete', () => delete globalThis[name])
    check('delete in strict code', () => { 'use strict'; return delete globalThis[name] })
    check('Reflect', () => Reflect.deleteProperty(globalThis, name))
    check('set', () => { globalThis[name] = 1; return typeof globalThis[name] })
    check('set in strict code', () => { 'use strict'; globalThis[name] = 1; return typeof globalThis[name] })
    return event
}
