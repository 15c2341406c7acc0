// Whether `length` may be written comes before what is written.
import { check } from './show'

function fixed(...items) {
    return Object.defineProperty(items, 'length', { writable: false })
}

export function processEvent(event) {
    const { wrong } = event.properties
    check('no number', () => { const list = fixed(1); list.length = wrong; return list })
    check('too long', () => { const list = fixed(1); list.length = -1; return list })
    check('strict', () => { 'use strict'; const list = fixed(1); list.length = wrong; return list })
    check('frozen', () => { const list = Object.freeze([1]); list.length = wrong; return list })
    check('writable', () => { const list = [1]; list.length = wrong; return list })
    check('made read-only meanwhile', () => {
        const list = [1, 2]
        list.length = { valueOf() { Object.defineProperty(list, 'length', { writable: false }); return 1 } }
        return list
    })
    return event
}
