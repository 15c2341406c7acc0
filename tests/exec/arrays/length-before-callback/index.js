import { check } from './show'

const methods = ['every', 'some', 'map', 'filter', 'forEach', 'reduce', 'reduceRight', 'find', 'findIndex', 'findLast', 'flatMap']

export function processEvent(event) {
    for (const method of methods) {
        let reads = 0
        const like = {
            0: 1,
            get length() {
                reads += 1
                return event.properties.length ?? 1
            },
        }
        check(`${method} of nothing callable`, () => Array.prototype[method].call(like, 'text'))
        check(`${method} read the length`, () => reads)
        const broken = {
            get length() {
                return { valueOf() { throw new SyntaxError('no length') } }
            },
        }
        check(`${method} of a length that throws`, () => Array.prototype[method].call(broken, null))
        check(`${method} of nothing`, () => Array.prototype[method].call(undefined, null))
    }
    return event
}
