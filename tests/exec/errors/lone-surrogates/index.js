// Halves of surrogate pairs come through error messages unharmed, and so do the characters that stand for them on the way.
import { check } from './show'

export function processEvent(event) {
    for (const text of event.properties.texts) {
        check('read', () => null[text])
        check('in', () => text in text)
        check('callback', () => [1].map(text))
        check('entry', () => new Map([text]))
        check('visitor', () => new Set([1]).forEach(text))
        check('frozen', () => {
            'use strict'
            Object.freeze({ [text]: 1 })[text] = 2
        })
        check('own error', () => {
            throw new Error(text)
        })
        check('clone', () => structuredClone(Symbol(text)))
        check('code units', () => {
            try {
                return null[text]
            } catch (error) {
                return [...error.message].slice(-8).map((c) => c.codePointAt(0))
            }
        })
    }
    return event
}
