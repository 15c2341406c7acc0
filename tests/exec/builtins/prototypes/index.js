import { check } from './show'

export function processEvent(event) {
    const classes = [Number, Boolean, String, Array, Function, Object, Date, RegExp, Map]
    check('tags of the prototypes', () => classes.map((c) => Object.prototype.toString.call(c.prototype)))
    check('Number.prototype is 0', () => [Number.prototype.toString(), Number.prototype.toFixed(2), Number.prototype.valueOf() + 1])
    check('Boolean.prototype is false', () => [Boolean.prototype.toString(), Boolean.prototype.valueOf()])
    check('String.prototype is empty', () => [String.prototype.length, String.prototype.toString(), String.prototype + '|'])
    check('other methods need their own kind', () => Number.prototype.toString.call('1'))
    check('parents', () => classes.map((c) => Object.getPrototypeOf(c.prototype) === Object.prototype))
    check('own length', () => Object.getOwnPropertyDescriptor(String.prototype, 'length'))
    return event
}
