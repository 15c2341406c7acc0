// `length` and `name` of a function may be deleted. Then those of Function.prototype are found, which are read-only.
import { check } from './show'

export function processEvent(event) {
    const value = event.properties.value
    check('length', () => {
        const f = function (a, b) {}
        const deleted = delete f.length
        f.length = value
        return [deleted, f.length, Object.hasOwn(f, 'length')]
    })
    check('name', () => {
        const f = function named() {}
        delete f.name
        f.name = value
        return [f.name, Object.hasOwn(f, 'name')]
    })
    check('of a builtin', () => {
        const f = Array.prototype.reverse
        delete f.length
        f.length = value
        return [f.length, Object.hasOwn(f, 'length')]
    })
    check('defined again', () => {
        const f = (a) => a
        delete f.name
        Object.defineProperty(f, 'name', { value, configurable: true })
        return [f.name, Object.hasOwn(f, 'name')]
    })
    check('of an error', () => {
        const error = new Error('x')
        error.name = value
        return [error.name, Object.hasOwn(error, 'name')]
    })
    return event
}
