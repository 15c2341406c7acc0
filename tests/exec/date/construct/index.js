import { check } from './show'

const order = []
const noisy = (name, value) => ({
    valueOf() {
        order.push(name)
        return value
    },
})

function seen(action) {
    order.length = 0
    const result = action()
    return [result, order.join('')]
}

export function processEvent(event) {
    const values = event.properties.values
    // Of one value, known and unknown to the compiler.
    for (const value of values) {
        check('of ' + JSON.stringify(value), () => new Date(value))
        check('twice', () => new Date(new Date(value)).toJSON())
        check('parsed', () => Date.parse(value))
    }
    check('undefined', () => [new Date(undefined), new Date(null), new Date(true), new Date(false), new Date(''), new Date({}), new Date([])])
    check('numbers', () => [new Date(0), new Date(-0), new Date(1.9), new Date(-1.9), new Date(NaN), new Date(Infinity), new Date(8.64e15), new Date(8.64e15 + 1), new Date(-8.64e15)])
    check('objects', () => [new Date(Object(5)), new Date([2020, 1]), new Date({ valueOf: () => '2020' }), new Date({ toString: () => '2020', valueOf: () => ({}) })])
    check('a date with its own valueOf', () => {
        const date = new Date(3)
        date.valueOf = () => 99
        return [new Date(date), +date, date - 1]
    })
    // Of parts.
    check('parts', () => [new Date(2022, 1), new Date(2022, 1, 31), new Date(2022, 12), new Date(2022, -1, 0), new Date(2022, 0, 1, 25, 61, 61, 1001)])
    check('years', () => [new Date(0, 0), new Date(99, 0), new Date(99.9, 0), new Date(100, 0), new Date(-1, 0), new Date('98', '1'), new Date(-0.5, 0)])
    check('not a number', () => [new Date(NaN, 0), new Date(2020, undefined), new Date(2020, 0, NaN), new Date('x', 0), new Date(2020, 0, 1, 0, 0, 0, Infinity)])
    check('limits', () => [new Date(275760, 8, 13), new Date(275760, 8, 13, 0, 0, 0, 1), new Date(-271821, 3, 20), new Date(-271821, 3, 19, 23), new Date(1e9, 0), new Date(2000, 1e8)])
    check('fractions', () => [new Date(2000.9, 1.9, 1.9, 1.9, 1.9, 1.9, 1.9), new Date(2000, -0.9, 1)])
    check('order', () => seen(() => new Date(noisy('a', NaN), noisy('b', 1), noisy('c', 1), noisy('d', 1), noisy('e', 1), noisy('f', 1), noisy('g', 1), noisy('h', 1))))
    check('UTC', () => [Date.UTC(), Date.UTC(2020), Date.UTC(99), Date.UTC(-1, 0), Date.UTC(2020, 1, 30, 24, 60, 60, 1000), Date.UTC(275760, 8, 13), Date.UTC(275760, 8, 14), Date.UTC(undefined)])
    check('UTC order', () => seen(() => Date.UTC(noisy('a', 1), noisy('b', 1), noisy('c', 1), noisy('d', 1), noisy('e', 1), noisy('f', 1), noisy('g', 1), noisy('h', 1))))
    check('UTC of many', () => [Date.UTC(...values.slice(0, 3)), new Date(...[2020, 5, 6])])
    // The clock stands still.
    check('now', () => [Date.now(), new Date(), Date(), Date(2000, 1), new Date().getTime() === Date.now(), typeof Date(), +new Date()])
    // As values.
    const { Date: Clock } = { Date }
    check('indirectly', () => [new Clock(5), Clock.UTC(1970), typeof Clock(), Clock.length, Clock.name, Clock === new Clock().constructor])
    check('mapped', () => ['2020-01-01', '2021-01-01T00:00Z'].map(Date.parse))
    check('lengths', () => [Date.length, Date.now.length, Date.parse.length, Date.UTC.length, Date.prototype.setHours.length, Date.prototype.toJSON.length])
    check('names', () => [Date.prototype.toGMTString === Date.prototype.toUTCString, Date.prototype.toGMTString.name, Date.UTC.name])
    check('what it is', () => {
        const date = new Date(7)
        return [date instanceof Date, date instanceof Object, typeof date, Object.keys(date), Object.prototype.toString.call(date), date.constructor === Date, Array.isArray(date)]
    })
    check('own properties', () => {
        const date = new Date(7)
        date.label = 'x'
        return [Object.keys(date), JSON.stringify(date), JSON.stringify({ ...date }), 'getTime' in date, date.getTime(), Object.getPrototypeOf(date) === Date.prototype]
    })
    check('a clone', () => {
        const date = new Date(7)
        const copy = structuredClone({ date, same: date, none: new Date(NaN) })
        return [copy, copy.date === copy.same, copy.date === date, copy.date instanceof Date]
    })
    return event
}
