import { check } from './show'

export function processEvent(event) {
    const properties = event.properties
    const nested = properties.nested
    properties.alias = nested
    nested.value = 'through nested'
    check('alias', () => properties.alias.value)
    check('same', () => properties.alias === event.properties.nested)
    const copy = { ...properties }
    copy.nested.value = 'through the copy'
    check('shallow', () => nested.value)
    copy.own = 1
    check('not in the original', () => properties.own)
    const list = [nested, nested]
    list[0].value = 'through the list'
    check('list', () => list[1].value)
    const change = (object) => {
        object.value = 'through a parameter'
        object = { value: 'replaced' }
        return object
    }
    check('returned', () => change(nested).value)
    check('kept', () => nested.value)
    event.properties = { fresh: true, was: properties }
    properties.late = 'still the same object'
    check('event', () => event.properties.was.late)
    check('deleted through an alias', () => {
        delete properties.alias.value
        return nested
    })
    const key = {}
    const table = { [key]: 'one' }
    check('an object as a key', () => table['[object Object]'])
    return event
}
