// What builtin objects have can be changed and deleted, and everything that looks it up sees it.
import { check } from './show'

const attempt = (object, key, value, use) => {
    const before = Object.getOwnPropertyDescriptor(object, key)
    object[key] = value
    const changed = [object[key] === value, use()]
    object[key] = before.value
    const restored = use()
    const isDeleted = [delete object[key], key in object, (() => {
        try {
            return use()
        } catch (error) {
            return String(error)
        }
    })()]
    Object.defineProperty(object, key, before)
    return [changed, restored, isDeleted, use()]
}

export function processEvent(event) {
    const { list, text, name } = event.properties
    const array = Array.prototype
    check('method', () => attempt(array, 'filter', () => 'mine', () => list.filter((x) => x > 1)))
    check('of a string', () => attempt(String.prototype, 'trim', () => 'mine', () => text.trim()))
    check('of a function', () => attempt(Function.prototype, 'bind', () => 'mine', () => typeof attempt['bind']()))
    check('static', () => attempt(Math, name, () => 'mine', () => Math[name](4)))
    check('what conversions call', () => attempt(array, 'toString', () => 'mine', () => `${list}`))
    check('what toJSON calls', () => attempt(Date.prototype, 'toISOString', () => 'mine', () => JSON.stringify({ at: new Date(0) })))
    check('what fills a Map', () => attempt(Map.prototype, 'set', function () { return this }, () => [...new Map([[1, 2]])].join()))
    check('what fills a Set', () => attempt(Set.prototype, 'add', function () { return this }, () => [...new Set([1, 2])].join()))
    check('what fills a WeakSet', () => attempt(WeakSet.prototype, 'add', function () { return this }, () => new WeakSet([list]).has(list)))
    check('the end of an iteration', () => {
        const prototype = Object.getPrototypeOf([][Symbol.iterator]())
        const { next } = prototype
        prototype['ne' + 'xt'] = () => ({ done: true })
        const changed = [[...list, ...new Set(list)], Array.from(list)]
        prototype['ne' + 'xt'] = next
        return [changed, [...list]]
    })
    check('length and name', () => {
        const changed = [delete array.every.length, delete array.every.name, array.every.length, array.every.name]
        Object.defineProperty(array.every, 'length', { value: 9, configurable: true })
        return [...changed, array.every.length]
    })
    check('constructor', () => attempt(array, 'constructor', Object, () => [list.slice(1), list.map(String)]))
    check('getter', () => {
        const before = Object.getOwnPropertyDescriptor(RegExp.prototype, 'global')
        delete RegExp.prototype.global
        const without = [Reflect.get(/a/g, 'global'), /a/g.flags]
        Object.defineProperty(RegExp.prototype, 'global', before)
        return [without, Reflect.get(/a/g, 'global'), text.replace(/[ab]/g, '.')]
    })
    check('constants stay', () => {
        Math['P' + 'I'] = 3
        return [delete Math['P' + 'I'], Math['P' + 'I']]
    })
}
