import { check } from './show'

const hex = (buffer) => buffer.toString('hex')

export function setupPlugin() {
    global.whole = Buffer.from('abcdef')
    global.part = global.whole.subarray(2, 4)
    global.bytes = new Uint8Array(4)
    global.words = new Uint16Array(global.bytes.buffer, 2)
    const local = Buffer.alloc(3)
    global.late = local
    local[0] = 7
    global.view = new DataView(global.bytes.buffer)
}

export function processEvent(event) {
    const { number, text } = event.properties
    check('kept views share memory', () => {
        global.part[0] += 1
        global.bytes[2] = event.properties.number
        global.view.setUint8(3, 1)
        return [global.whole.toString(), global.part.toString(), [...global.words], global.view.getUint16(2, true), [...global.late], global.words.buffer === global.bytes.buffer]
    })
    check('a view stored later shares too', () => {
        const buffer = Buffer.from('xyz')
        const view = buffer.subarray(1)
        global.latest = view
        buffer[1] = 65
        view[1] = 66
        return [buffer.toString(), global.latest.toString(), buffer.subarray(1).equals(global.latest)]
    })
    for (const args of [[5], [5, 1], [5, 'ab'], [5, 'YWI=', 'base64'], [3, ''], [3, 'é'], [3, 'é', 'latin1'], [3, Buffer.from('xy')], [3, Buffer.alloc(0)], [3, null], [3, true], [3, {}], [3, 'zz', 'hex'], [3, 'a', 'nope'], [-1], ['5'], [2.7], [], [NaN]]) {
        check(`alloc ${JSON.stringify(args)}`, () => Buffer.alloc(...args))
    }
    for (const args of [[[Buffer.from('a'), Buffer.from('bc')]], [[Buffer.from('abc')], 2], [[Buffer.from('a')], 3], [[]], ['a'], [['a']], [[Buffer.from('a')], -1], [[Buffer.from('a')], 1.5], [[Buffer.from('a')], '2'], [[new Uint8Array([1]), Buffer.from('z')]]]) {
        check(`concat ${JSON.stringify(args)}`, () => Buffer.concat(...args))
    }
    for (const args of [['xbcx', 1, 3, 1, 3], ['abcd'], ['abc'], ['abcde'], ['b'], ['abcd', 0, 9], ['abcd', 5], ['abcd', '1'], ['abcd', 0, 1, 2, 1], ['abcd', 1.5]]) {
        check(`compare ${JSON.stringify(args)}`, () => Buffer.from('abcd').compare(Buffer.from(args[0]), ...args.slice(1)))
    }
    check('compare a text', () => Buffer.from('a').compare('a'))
    check('sorting', () => ['b', 'a', 'ab', ''].map((one) => Buffer.from(one)).sort(Buffer.compare).join())
    for (const args of [[], [1], [1, 2], [0, 1, 3], [-1], [0, 9], [0, 0, -1], [5], ['1', '2', '3'], [0, 3, 1], [NaN, null], [1.9]]) {
        check(`copy ${JSON.stringify(args)}`, () => {
            const target = Buffer.alloc(4)
            return [Buffer.from('abcd').copy(target, ...args), target]
        })
    }
    check('copy within', () => {
        const buffer = Buffer.from('abcdef')
        buffer.copy(buffer, 2, 0, 4)
        return buffer.toString()
    })
    for (const args of [['ab', 1, 3], ['ab', 'latin1'], ['6162', 1, 'hex'], [1, 6], [1, 0, 6], [1, -1], [1, 3, 2], ['a', 'b'], [1, '1'], [], [null], ['abc', 1, undefined], [-1], [Buffer.from('xy'), 1], ['zz', 'hex'], ['a', 0, 3, 5], ['a', 1.5], ['\u00e9'], ['\u0161', 'latin1'], [257.9], ['']]) {
        check(`fill ${JSON.stringify(args)}`, () => Buffer.alloc(5).fill(...args))
    }
    for (const args of [['c'], ['c', 3], ['c', -1], [98], [98 + 256], [Buffer.from('ca')], [''], ['', 9], ['', -9], [{}], [], [null], ['63', 'hex'], ['63', 3, 'hex'], ['a', 'nope'], ['a', NaN], ['c', '3'], [99.9], [NaN], ['a', -100], [99, -2], ['b', null], ['b', undefined], ['', 2], ['bc', 2]]) {
        check(`indexOf ${JSON.stringify(args)}`, () => Buffer.from('abcabc').indexOf(...args))
        check(`lastIndexOf ${JSON.stringify(args)}`, () => Buffer.from('abcabc').lastIndexOf(...args))
        check(`includes ${JSON.stringify(args)}`, () => Buffer.from('abcabc').includes(...args))
    }
    check('utf16 search', () => [Buffer.from('abc', 'utf16le').indexOf('c', 'utf16le'), Buffer.from('abc', 'utf16le').indexOf('c', 0, 'utf16le'), Buffer.from('abc', 'utf16le').lastIndexOf('a', 'utf16le')])
    for (const args of [['héllo'], ['abc', 3], ['abc', 1, 1], ['6162', 'hex'], ['6162', 1, 'hex'], ['6162', 1, 9, 'hex'], ['a', 6], ['a', 5], ['a', -1], [5], ['a', 0, -1], ['a', 'nope'], ['a', 1.5], ['a', 0, 6], ['a', 0, 1, 'nope'], ['ééé'], ['abc', 'utf16le'], ['YWJj', 3, 'base64'], ['a', undefined, 'hex'], ['a', null], ['🦔🦔']]) {
        check(`write ${JSON.stringify(args)}`, () => {
            const buffer = Buffer.alloc(5)
            return [buffer.write(...args), buffer]
        })
    }
    for (const name of ['UInt8', 'Int8', 'UInt16LE', 'UInt16BE', 'Int16LE', 'Int16BE', 'UInt32LE', 'UInt32BE', 'Int32LE', 'Int32BE', 'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE', 'Uint8', 'Uint32BE']) {
        for (const value of [0, 1, -1, 127, 128, 255, 256, -129, 65536, 4294967295, 4294967296, 1.9, '5', NaN, number]) {
            check(`write${name} ${value}`, () => {
                const buffer = Buffer.alloc(9)
                return [buffer[`write${name}`](value, 1), hex(buffer), buffer[`read${name}`](1)]
            })
        }
        for (const offset of [-1, 8, 9, 1.5, NaN, '1', null, undefined, Infinity]) {
            check(`read${name} at ${offset}`, () => Buffer.from('0102030405060708', 'hex')[`read${name}`](offset))
            check(`write${name} at ${offset}`, () => Buffer.alloc(8)[`write${name}`](1, offset))
        }
        check(`read${name} of too little`, () => Buffer.alloc(0)[`read${name}`]())
    }
    for (const name of ['UIntLE', 'UIntBE', 'IntLE', 'IntBE']) {
        for (const size of [1, 2, 3, 4, 5, 6, 0, 7, 2.5, '2', undefined]) {
            check(`${name} ${size}`, () => {
                const buffer = Buffer.alloc(7)
                return [buffer[`write${name}`](100, 1, size), hex(buffer), Buffer.from('fffefdfcfbfaf9', 'hex')[`read${name}`](1, size)]
            })
            check(`${name} ${size} beyond`, () => Buffer.alloc(7)[`write${name}`](2 ** 48, 0, size))
        }
        check(`${name} without offset`, () => Buffer.alloc(7)[`read${name}`](undefined, 2))
    }
    check('swap', () => [hex(Buffer.from('01020304', 'hex').swap16()), hex(Buffer.from('01020304', 'hex').swap32()), hex(Buffer.from('0102030405060708', 'hex').swap64())])
    check('swap of odd', () => Buffer.from('abc').swap16())
    check('slices', () => ['', [1], [-2], [1, -1], [9], [2, 1], [NaN, '3'], [-9, 9]].map((args) => Buffer.from('abcdef').slice(...args).toString()))
    check('elements', () => {
        const buffer = Buffer.from('abc')
        buffer[0] = 256 + 65
        buffer[1] = -1
        buffer[2] = '66.9'
        buffer[3] = 1
        buffer[-1] = 2
        buffer['1.5'] = 3
        buffer.extra = text
        return [hex(buffer), buffer.length, buffer[3], buffer[-1], buffer['1.5'], Object.keys(buffer), 2 in buffer, 3 in buffer, delete buffer[0]]
    })
    check('array methods', () => {
        const buffer = Buffer.from([3, 1, 2])
        return [buffer.map((x) => x * 100), buffer.filter((x) => x > 1), buffer.reduce((a, b) => a + b), buffer.join('-'), [...buffer.entries()], buffer.indexOf(2), buffer.every((x) => x), buffer.at(-1), [...buffer.sort()], buffer.reverse()]
    })
    check('iteration', () => {
        const seen = []
        for (const byte of Buffer.from(text)) seen.push(byte)
        for (const index in new Uint8Array(2)) seen.push(index)
        return [seen, Math.max(...Buffer.from('az')), Array.from(Buffer.from('ab')), [...Buffer.from('ab').keys()]]
    })
    check('of ArrayBuffers', () => {
        const memory = new ArrayBuffer(4)
        const buffer = Buffer.from(memory, 1, 2)
        buffer[0] = 9
        return [[...new Uint8Array(memory)], buffer.length, buffer.buffer === memory, buffer.byteOffset, Buffer.from(memory, 2).length, Buffer.from(memory, '1', -1).length]
    })
    check('outside of an ArrayBuffer', () => Buffer.from(new ArrayBuffer(2), 3))
    check('longer than an ArrayBuffer', () => Buffer.from(new ArrayBuffer(2), 1, 2))
    check('of typed arrays', () => [Buffer.from(new Uint8Array([1, 2])), Buffer.from(new Uint16Array([257, 2])), Buffer.from(new Float64Array([1.9, -1])), Buffer.of(1, '2', 300)])
    check('byteLength', () => [Buffer.byteLength(new ArrayBuffer(3)), Buffer.byteLength(new Uint16Array(3)), Buffer.byteLength(new DataView(new ArrayBuffer(5)))])
    check('kinds', () => [Buffer.isBuffer(new Uint8Array(1)), Buffer.isBuffer(Buffer.alloc(1).subarray(0)), Object.prototype.toString.call(Buffer.from('a')), typeof Buffer.alloc, Buffer.poolSize, Buffer.name])
    check('JSON', () => JSON.stringify({ buffer: Buffer.from('hi'), part: Buffer.from('hello').subarray(1, 3) }))
    check('text', () => [`${Buffer.from('é')}`, Buffer.from('a') + 'b', String([Buffer.from('x'), Buffer.from('y')]), Buffer.from('é').toLocaleString()])
    check('equals', () => [Buffer.from('a').equals(new Uint8Array([97])), Buffer.from('a') === Buffer.from('a'), Buffer.from('b') > Buffer.from('a')])
    console.log(Buffer.from('é'), [Buffer.from('a')], { b: Buffer.from('b') }, new Uint8Array(2))
    return event
}
