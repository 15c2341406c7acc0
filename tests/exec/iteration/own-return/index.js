// A builtin iterator to which the program gives a `return` is closed; what typed arrays say of other receivers.
import { check } from './show'

export function processEvent(event) {
    const { list } = event.properties
    check('closed', () => {
        const log = []
        for (const make of [() => list.values(), () => new Map([[1, 2], [3, 4]]).keys(), () => new Set(list).values()]) {
            const iterator = make()
            iterator.return = () => {
                log.push('return')
                return {}
            }
            const [first] = iterator
            for (const item of iterator) {
                log.push(first, item)
                break
            }
        }
        return log
    })
    const prototype = Object.getPrototypeOf(Int8Array).prototype
    for (const name of ['at', 'join', 'slice', 'subarray', 'toReversed', 'map', 'fill']) {
        check(name, () => prototype[name].call(list, 1))
    }
    check('parts', () => [[...new Uint8Array(list).map((x) => 2 * x)], new ArrayBuffer(4).slice(1).byteLength, [...Buffer.from('ab').subarray(1)]])
}
