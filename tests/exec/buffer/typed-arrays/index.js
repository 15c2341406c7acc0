import { check } from './show'

const classes = { Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array }
const list = (array) => [...array]

export function processEvent(event) {
    const { values, text } = event.properties
    for (const name of Object.keys(classes)) {
        const Class = classes[name]
        check(name, () => [Class.name, Class.length, Class.BYTES_PER_ELEMENT, Object.prototype.toString.call(new Class(1)), new Class(3).length, new Class(3).byteLength, typeof Class.from])
        check(`${name} of values`, () => list(new Class(values)))
        check(`${name}.from`, () => [list(Class.from(values, (x, i) => i)), list(Class.from('12')), list(Class.from(new Set([1, 2]))), list(Class.from({ length: 2, 1: 5 }))])
        check(`${name}.of`, () => list(Class.of(1, '2', null)))
        check(`${name} of another`, () => list(new Class(new Float64Array([1.7, -1.7, 300, NaN]))))
        for (const length of [-1, -1.5, 1.9, '2', 'x', null, true]) {
            check(`${name} of length ${length}`, () => new Class(length).length)
        }
        check(`${name} without new`, () => Class(1))
        check(`${name} of a buffer`, () => [new Class(new ArrayBuffer(16)).length, new Class(new ArrayBuffer(16), 8).length, new Class(new ArrayBuffer(16), 8, 1).length])
        check(`${name} of an odd buffer`, () => new Class(new ArrayBuffer(9)).length)
        check(`${name} at an odd place`, () => new Class(new ArrayBuffer(16), 1).length)
        check(`${name} behind the end`, () => new Class(new ArrayBuffer(16), 24).length)
        check(`${name} beyond the end`, () => new Class(new ArrayBuffer(16), 8, 99).length)
        check(`${name} before the start`, () => new Class(new ArrayBuffer(16), -8).length)
        check(`${name} elements`, () => {
            const array = new Class(2)
            const results = [(array[0] = 300.7), (array[1] = '-2'), (array[2] = 5), (array['-0'] = 6), (array.extra = text)]
            return [results, list(array), array[2], array['-0'], Object.keys(array), array.length, JSON.stringify(array)]
        })
    }
    check('methods', () => {
        const array = new Int16Array([5, 1, 4, 1])
        return [
            array.at(-1), array.indexOf(1), array.lastIndexOf(1), array.includes(4), array.join(), String(array), array.find((x) => x < 5), array.findIndex((x) => x === 4), array.findLast((x) => x === 1), array.findLastIndex((x) => x > 4),
            array.some((x) => x > 4), array.every((x) => x > 0), array.reduce((a, b) => a * 10 + b), array.reduceRight((a, b) => a * 10 + b), list(array.map((x) => x * 10000)), list(array.filter((x) => x > 1)), list(array.slice(1, -1)),
            list(array.subarray(2)), list(array.toSorted()), list(array.toReversed()), list(array.with(0, 9)), list(array.entries()), list(array.keys()), list(array.values()),
        ]
    })
    check('changes', () => {
        const array = new Uint8Array([5, 1, 4, 1])
        const results = [array.fill(7, 1, 2) === array, array.set([1, 2], 2), array.copyWithin(0, 2) === array, array.reverse() === array, array.sort() === array]
        return [results, list(array)]
    })
    check('forEach', () => {
        const seen = []
        new Uint8Array([1, 2]).forEach(function (x, i, all) { seen.push(x, i, all.length) })
        return seen
    })
    check('sorting', () => [list(new Float64Array([3, NaN, -0, 0, 10, -1, Infinity, -Infinity]).sort()), list(new Int8Array([10, 9, 1]).sort()), list(new Uint8Array([1, 2, 3]).sort((a, b) => b - a)), list(new Uint8Array([2, 1]).sort(undefined))])
    check('a wrong comparator', () => new Uint8Array([2, 1]).sort(5))
    check('a wrong callback', () => new Uint8Array([2, 1]).map(5))
    check('reduce of nothing', () => new Uint8Array(0).reduce((a) => a))
    check('set beyond', () => new Uint8Array(2).set([1, 2], 1))
    check('set before', () => new Uint8Array(2).set([1], -1))
    check('set of nothing', () => new Uint8Array(2).set(null))
    check('set of overlapping', () => {
        const array = new Uint8Array([1, 2, 3, 4])
        array.set(array.subarray(0, 3), 1)
        return list(array)
    })
    check('with beyond', () => new Uint8Array(1).with(1, 0))
    check('a wrong receiver', () => new Uint8Array(1).map.call([1], (x) => x))
    check('shared memory', () => {
        const memory = new ArrayBuffer(8)
        const words = new Uint32Array(memory)
        const bytes = new Uint8Array(memory, 2, 4)
        words[0] = 0x01020304
        bytes[2] = 255
        return [list(bytes), list(words), bytes.byteOffset, bytes.buffer === memory, memory.byteLength, list(new Float32Array(memory))]
    })
    check('ArrayBuffer', () => [new ArrayBuffer(5).slice(1, -1).byteLength, ArrayBuffer.isView(new DataView(new ArrayBuffer(1))), ArrayBuffer.isView([]), Object.prototype.toString.call(new ArrayBuffer(1)), JSON.stringify(new ArrayBuffer(1)), ArrayBuffer.name, ArrayBuffer.length, new ArrayBuffer().byteLength, new ArrayBuffer('3').byteLength])
    check('ArrayBuffer of a negative length', () => new ArrayBuffer(-1))
    check('ArrayBuffer without new', () => ArrayBuffer(1))
    check('DataView', () => {
        const view = new DataView(new ArrayBuffer(16), 2, 10)
        view.setInt8(0, -1)
        view.setUint16(1, 258)
        view.setUint16(3, 258, true)
        view.setFloat32(5, 1.5)
        return [list(new Uint8Array(view.buffer)), view.getInt8(0), view.getUint8(0), view.getUint16(1, true), view.getFloat32(5), view.getInt32(1), view.getUint32(1, true), view.getFloat64(1), view.byteLength, view.byteOffset, Object.prototype.toString.call(view)]
    })
    check('DataView beyond', () => new DataView(new ArrayBuffer(2)).getInt16(1))
    check('DataView before', () => new DataView(new ArrayBuffer(2)).setInt8(-1, 0))
    check('DataView of something else', () => new DataView([]))
    check('DataView outside', () => new DataView(new ArrayBuffer(2), 3))
    check('DataView too long', () => new DataView(new ArrayBuffer(2), 1, 2))
    check('kinds', () => [new Uint8Array(1) instanceof Uint8Array, new Uint8Array(1) instanceof Int8Array, new Uint8Array(1) instanceof Object, Array.isArray(new Uint8Array(1)), typeof new Uint8Array(1), new Uint8Array(2).constructor === Uint8Array, Object.getPrototypeOf(Int8Array) === Object.getPrototypeOf(Uint8Array)])
    check('the abstract class', () => new (Object.getPrototypeOf(Int8Array))())
    check('freezing', () => Object.freeze(new Uint8Array(1)))
    check('freezing nothing', () => Object.isFrozen(Object.freeze(new Uint8Array(0))))
    check('spread and destructuring', () => {
        const [first, , third = 9, ...rest] = new Uint8Array([1, 2])
        return [first, third, rest, [...new Uint8Array([3])], Math.max(...new Float32Array([1, 2])), { ...new Uint8Array([4]) }, Object.entries(new Int8Array([-1]))]
    })
    check('Array methods on them', () => [Array.prototype.map.call(new Uint8Array([1]), (x) => x * 500), Array.from(new Uint8Array([1]), (x) => x / 2), [].concat(new Uint8Array([1])).length, Array.prototype.slice.call(new Uint8Array([1, 2]), 1)])
    event.properties.typed = new Uint8Array([1, 2])
    event.properties.memory = new ArrayBuffer(2)
    return event
}
