import { check } from './show'

export function processEvent(event) {
    const object = { shown: 1 }
    Object.defineProperty(object, 'hidden', { value: 2 })
    check('keys', () => Object.keys(object))
    check('object.hidden', () => object.hidden)
    check('JSON', () => JSON.stringify(object))
    check('copy', () => ({ ...object }))
    check("'hidden' in object", () => 'hidden' in object)
    object.hidden = 3
    check('not writable', () => object.hidden)
    check('delete', () => delete object.hidden)
    check('names', () => Object.getOwnPropertyNames(object))
    check('descriptor', () => Object.getOwnPropertyDescriptor(object, 'hidden'))
    check('defining again', () => Object.defineProperty(object, 'hidden', { value: 4 }))
    check('defining the same again', () => Object.defineProperty(object, 'hidden', { value: 2 }) === object)
    Object.defineProperty(object, 'shown', { enumerable: false })
    check('keys', () => Object.keys(object))
    object.shown = 'still writable'
    check('object.shown', () => object.shown)
    Object.defineProperties(object, { x: { value: 1, enumerable: true, writable: true, configurable: true }, y: { value: 2 } })
    check('object', () => object)
    check('entries', () => Object.entries(object))
    const seen = []
    for (const key in object) seen.push(key)
    check('for-in', () => seen)
    check('on a number', () => Object.defineProperty(5, 'x', { value: 1 }))
    check('a bad descriptor', () => Object.defineProperty({}, 'x', 5))
    check('descriptors', () => Object.getOwnPropertyDescriptors({ a: 1 }))
    check('defineProperty on a list', () => {
        const list = [1]
        Object.defineProperty(list, 2, { value: 'c', enumerable: true, writable: true, configurable: true })
        return [list, list.length]
    })
    return event
}
