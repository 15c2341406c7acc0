export function processEvent(event) {
    const { properties } = event
    console.log()
    console.log('')
    console.log('text', 1, true, null, undefined, NaN, -0, 1e21)
    console.log('%s and %d', 'not', 5)
    console.log([1, 'a', null, undefined, [2, [3]], { a: 1 }])
    console.log({ a: 1, b: undefined, c: [1], d: { e: null } })
    console.log([], {}, [[]], [{}])
    console.log(new Map([[1, 2]]), new Set([1]))
    console.log(new Error('message'), new TypeError('typed'), new Error(''))
    console.log({ toString: () => 'own text' }, { toString: () => '[object Object]', a: 1 })
    console.log({ toJSON: () => 'JSON' }, [{ toJSON: () => 7 }])
    console.log(Object.assign([1, 2], { toString: () => 'never used' }))
    console.log([NaN, Infinity, -0, undefined])
    console.log('a\nb\tc', 'é 🦔')
    console.log('\ud800')
    console.log(Object(1), Object('boxed'), Object(true), Object(1n), Object(Symbol('boxed')))
    console.log('a symbol', Symbol(), Symbol('described'), Symbol.iterator, [Symbol('in an array')])
    console.log(properties, event)
    console.debug('debug')
    console.info('info', 1)
    console.warn('warn', [1])
    console.error('error', new RangeError('range'))
    const cycle = {}
    cycle.self = cycle
    console.log('not logged', cycle)
    console.log(Object.create(null))
    console.log({ toString: null, valueOf: null })
    console.log({
        toString: () => {
            throw new Error('in toString')
        },
    })
    console.log('x'.repeat(50001))
    console.log('y'.repeat(49999), 'z')
    const { log, error } = console
    log('extracted')
    ;[1, 2].forEach(console.log)
    ;['a'].map(error)
    console.log(typeof console.log, typeof console)
    console.log(Buffer.from('bytes é'))
    console.log(true && 'last', void 0)
    return event
}
