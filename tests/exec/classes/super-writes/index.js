// `super.key = value` looks for setters above the home object, and stores on `this` whatever the class itself has.
import { check } from './show'

class Base {
    get above() { return 1 }
}
Object.defineProperty(Base.prototype, 'fixed', { value: 1 })

class Derived extends Base {
    set own(value) { this.wasCalled = value }
    writeOwn(value) {
        super.own = value
        return Object.getOwnPropertyDescriptor(this, 'own')
    }
    writeAbove() { super.above = 1 }
    writeFixed() { super.fixed = 1 }
    writePlain(value) {
        super.plain = value
        return Object.getOwnPropertyDescriptor(this, 'plain')
    }
    writeKey(key, value) { super[key] = value }
}

class Twice extends Base {
    constructor(first) {
        if (first) super()
        super()
    }
}

export function processEvent(event) {
    const { text, number } = event.properties
    const instance = (attributes) => Object.defineProperty(new Derived(), 'plain', attributes)
    check('past the setter of the class', () => new Derived().writeOwn(number))
    check('a getter above', () => new Derived().writeAbove())
    check('read-only above', () => new Derived().writeFixed())
    check('new', () => new Derived().writePlain(number))
    check('hidden', () => instance({ value: 1, writable: true }).writePlain(number))
    check('read-only', () => instance({ value: 1 }).writePlain(number))
    check('an accessor', () => instance({ get() {} }).writePlain(number))
    check('a configurable accessor', () => instance({ set() {}, configurable: true }).writePlain(number))
    check('not extensible', () => Object.freeze(new Derived()).writePlain(number))
    for (const value of [text, number, true, null, undefined]) {
        check(`on ${value}`, () => Derived.prototype.writePlain.call(value, 1))
        check(`fixed on ${value}`, () => Derived.prototype.writeFixed.call(value))
    }
    check('a key is made once', () => {
        const made = []
        const target = new Derived()
        target.writeKey({ toString() { made.push('key'); return 'k' } }, made.push('value'))
        return [target.k, made]
    })
    check('a setter that calls super', () => {
        const object = { set x(value) { super.x = value } }
        object.x = number
        return Object.getOwnPropertyDescriptor(object, 'x').set.name
    })
    check('super twice', () => [new Twice(false) instanceof Base, new Twice(true)])
    check('a class expression that assigns its name', () => new (class Named { constructor() { Named = 1 } })())
    check('names of computed keys', () => {
        const object = { [text + 1]: class {}, [text + 2]: class { static size = 1 }, ['literal']: () => 1, ['own']: class { static name = 'name' } }
        return Object.values(object).map((value) => value.name)
    })
    return event
}
