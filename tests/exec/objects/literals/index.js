import { check } from './show'

const key = 'computed'
const makeKey = (n) => `key${n}`

export function processEvent(event) {
    const a = 1
    const properties = { b: 2 }
    const object = {
        a,
        properties,
        'quoted key': 1,
        3: 'three',
        1e3: 'thousand',
        0x10: 'sixteen',
        [key]: true,
        [`${key}-2`]: 2,
        [makeKey(3)]: 3,
        [1 + 1]: 'two',
        [null]: 'null',
        [[1, 2]]: 'list',
        if: 'reserved',
        method() {
            return 'method'
        },
        arrow: () => 'arrow',
        function: function () {
            return 'function'
        },
        nested: { deeper: { deepest: [] } },
        ...{ spread: 1, a: 'overridden' },
        ...null,
        ...undefined,
        ...'hi',
        ...[7],
        ...5,
        ...(a > 5 && { never: 1 }),
        '': 'empty',
    }
    check('object', () => object)
    check('calls', () => [object.method(), object.arrow(), object.function()])
    check('names', () => [object.method.name, object.arrow.name, object.function.name])
    check("object['quoted key']", () => object['quoted key'])
    check('object.if', () => object.if)
    check('object[1000]', () => object[1000])
    check("object['']", () => object[''])
    check('object.nested.deeper.deepest', () => object.nested.deeper.deepest)
    check('object.nested.missing.deepest', () => object.nested.missing.deepest)
    check('spread is shallow', () => {
        const copy = { ...object }
        copy.nested.deeper = 'changed'
        return object.nested
    })
    check('spread of event.properties', () => ({ x: 0, ...event.properties, y: 3 }))
    check('spread of nothing', () => ({ ...event.nothing, ...event.properties?.none }))
    object.nested.self = object
    check('a cycle', () => object.nested.self === object)
    check('text as a key and number as a key', () => {
        const o = {}
        o['1'] = 'text'
        o[1] = 'number'
        o['1.0'] = 'other'
        return o
    })
    return event
}
