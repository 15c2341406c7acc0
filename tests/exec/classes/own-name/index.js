import { check } from './show'

export function processEvent(event) {
    const unused = class Named {
        static #n = 1
        static get n() { return Named.#n }
        constructor() { Named.#n++ }
    }
    check('in parentheses, unused', () => {
        const other = (class Inner { static s = 1; static f() { return Inner.s } })
        return 'made'
    })
    const used = class Named { static n = 2; static f() { return Named.n } }
    check('used', () => used.f())
    check('in the condition of an else', () => {
        if (event.properties.there) {
            return 1
        } else if (((made) => { made.n = 1; return made })(new (class Inner { static f() { return Inner } constructor() { this.made = Inner.f() } })()).n) {
            return 2
        }
    })
    return event
}
