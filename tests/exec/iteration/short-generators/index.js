// Generators whose body is one expression of their parameters.
import { check } from './show'

function* returned(value) {
    return value
}
const methods = {
    *sum(a, b) {
        return a + b
    },
}

export function processEvent(event) {
    const { value } = event.properties
    check('returned', () => [returned(value).next().value, [...returned(value)]])
    check('method', () => methods.sum(value, 2).next())
    check('delegated', () => [...(function* (list) { return yield* list })([value])])
    return event
}
