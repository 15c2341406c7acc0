import { check } from './show'

const SETTERS = ['Date', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds']
const VALUES = [0, 1, -1, 31, 60, 1e4, 1.9, NaN, Infinity, -1e8, '7', null, undefined, true]

const order = []
const noisy = (name, value) => ({
    valueOf() {
        order.push(name)
        return value
    },
})

function attempt(action) {
    order.length = 0
    try {
        return [action(), order.join('')]
    } catch (error) {
        return [String(error), order.join('')]
    }
}

export function processEvent(event) {
    for (const name of SETTERS) {
        for (const setter of ['set' + name, 'setUTC' + name]) {
            for (const time of event.properties.times) {
                check(`${setter} of ${time}`, () => VALUES.map((value) => new Date(time)[setter](value)))
                check('with more', () => VALUES.map((value) => new Date(time)[setter](5, value, 3, value)))
                check('returned and kept', () => {
                    const date = new Date(time)
                    return [date[setter](2, 3), date.getTime(), date[setter](), date]
                })
                check('order', () => attempt(() => new Date(time)[setter](noisy('a', 1), noisy('b', 2), noisy('c', 3), noisy('d', 4), noisy('e', 5))))
                check('order with NaN', () => attempt(() => new Date(time)[setter](noisy('a', NaN), noisy('b', 2), noisy('c', 3), noisy('d', 4))))
            }
            check('changed on the way', () => {
                const dates = [new Date(0), new Date(0), new Date(NaN), new Date(0)]
                const [first, second, third, fourth] = dates
                first[setter]({ valueOf: () => first.setTime(1e12) && 1 })
                second[setter](5, { valueOf: () => second.setTime(1e12) && 1 })
                third[setter]({ valueOf: () => third.setTime(0) + 1 })
                fourth[setter]({ valueOf: () => (fourth.setTime(NaN), 1) })
                return dates
            })
        }
    }
    for (const time of event.properties.times) {
        check('setTime', () => VALUES.map((value) => new Date(time).setTime(value)))
        check('setYear', () => VALUES.concat([99, 100, -0.5]).map((value) => new Date(time).setYear(value)))
        // On a date that the compiler knows.
        const date = new Date(time)
        check('known', () => [date.setHours(1), date.setMinutes(2, 3), date.setSeconds(4), date.setUTCMonth(5, 6), date.setDate(7), date.setFullYear(2020), date.setFullYear(2020, 1, 29), date])
        check('known, without', () => [date.setHours(1, undefined), date.setHours(), date.setFullYear(1999)])
        check('known, of unknown', () => [date.setTime(time), date.setHours(event.properties.hour), date.setUTCMinutes(event.properties.minutes, event.properties.hour)])
    }
    return event
}
