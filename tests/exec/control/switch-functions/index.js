// Functions declared in a `switch` hold the variables of its cases.
import { check } from './show'

function kind(value) {
    switch (value) {
        case 1:
            let a = value
            const b = 2
            function sum() {
                return a + b
            }
            return sum()
        case 2:
            return read()
        default:
            a = 10
            function read() {
                return [typeof sum, b]
            }
            return a
    }
}

function loops(values) {
    const made = []
    for (const value of values) {
        switch (value % 2) {
            case 1:
                const odd = value
                function tell() {
                    return odd
                }
                made.push(tell)
        }
    }
    return made.map((f) => f())
}

export function processEvent(event) {
    const { values } = event.properties
    for (const value of values) {
        check(`kind ${value}`, () => kind(value))
    }
    check('loops', () => loops(values))
    return event
}
