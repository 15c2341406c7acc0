// What private members say of objects that do not have them: methods and accessors look for what marks the instances of their class.
import { check } from './show'

class Rule {
    #field = 1
    #method() {}
    get #accessor() { return 1 }
    set #accessor(value) {}
    static #own() {}
    static readField(value) { return value.#field }
    static writeField(value) { value.#field = 1 }
    static callMethod(value) { return value.#method() }
    static readAccessor(value) { return value.#accessor }
    static writeAccessor(value) { value.#accessor = 1 }
    static callOwn(value) { return value.#own() }
}

export function processEvent(event) {
    const { missing, text } = event.properties
    for (const value of [missing, null, text, {}]) {
        for (const name of ['readField', 'writeField', 'callMethod', 'readAccessor', 'writeAccessor', 'callOwn']) {
            check(`${name} of ${typeof value}`, () => Rule[name](value))
        }
        const Anonymous = (() => class { #method() {} static call(value) { return value.#method() } })()
        check(`anonymous of ${typeof value}`, () => Anonymous.call(value))
    }
    return event
}
