// With what methods of arrays make their results, and what from and of make for others.
import { check } from './show'

function Made(length) {
    this.made = `${arguments.length} ${length}`
}

const methods = {
    map: (a) => a.map((x) => x),
    filter: (a) => a.filter(() => true),
    flatMap: (a) => a.flatMap((x) => x),
    concat: (a) => a.concat(0),
    slice: (a) => a.slice(0, 1),
    splice: (a) => a.splice(0, 1),
    flat: (a) => a.flat(),
}

export function processEvent(event) {
    const { list } = event.properties
    for (const [name, method] of Object.entries(methods)) {
        for (const constructor of [undefined, null, 5, {}, Array, Object, Made, () => {}]) {
            check(`${name} of ${typeof constructor} ${constructor && constructor.name}`, () => {
                const own = [...list]
                own.constructor = constructor
                return method(own)
            })
            check(`${name} of species ${typeof constructor} ${constructor && constructor.name}`, () => {
                const own = [...list]
                own.constructor = { [Symbol.species]: constructor }
                return method(own)
            })
        }
    }
    check('from an iterable', () => Array.from.call(Made, list, (x) => 2 * x))
    check('from an array-like object', () => Array.from.call(Made, { length: 2, 0: 'a' }))
    check('from with Object', () => [typeof Array.from.call(Object, { length: 1, 0: 'a' }), Array.from.call(Object, list)])
    check('from with what is no function', () => Array.from.call(Made, list, {}))
    check('of', () => [Array.of.call(Made, 1, 2), Array.of.call(5, 1)])
    check('of what cannot be written', () => Array.of.call(function () { return Object.freeze({}) }, 1))
    check('species', () => {
        const names = [Array, Map, Set, RegExp, ArrayBuffer].map((type) => type[Symbol.species] === type)
        class Mine extends Array {}
        const { get, set } = Object.getOwnPropertyDescriptor(Array, Symbol.species)
        return [names, Mine[Symbol.species] === Mine, get.name, set, Mine.from([1]).map((x) => x) instanceof Mine]
    })
    check('properties of functions', () => {
        function named() {}
        Object.defineProperty(named, 'x', { value: undefined })
        return [Object.getOwnPropertyDescriptor(named, 'x').value, Object.getOwnPropertyDescriptor(named, 'caller').value]
    })
    check('__proto__ of nothing', () => Object.getOwnPropertyDescriptor(Object.prototype, '__proto__').get.call(undefined))
    check('__proto__ of null', () => Object.getOwnPropertyDescriptor(Object.prototype, '__proto__').set.call(null, {}))
}
