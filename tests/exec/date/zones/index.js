import { check } from './show'

// Instants around changes of clocks, in years with old and with no rules.
const STEP = 1800000

export function processEvent(event) {
    const { times, locals } = event.properties
    for (const time of times) {
        const date = new Date(time)
        check('texts', () => [date.toString(), date.toDateString(), date.toTimeString(), date.toUTCString(), date.toJSON()])
        check('local', () => [date.getFullYear(), date.getMonth(), date.getDate(), date.getDay(), date.getHours(), date.getMinutes(), date.getSeconds(), date.getMilliseconds(), date.getYear(), date.getTimezoneOffset()])
        check('utc', () => [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCDay(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds(), date.getUTCMilliseconds()])
        check('set', () => [new Date(time).setHours(2, 30), new Date(time).setMinutes(0), new Date(time).setMonth(2, 27), new Date(time).setDate(30)])
        const near = []
        for (let step = -8; step <= 8; step++) {
            near.push(new Date(time + step * STEP))
        }
        console.log(near.map((date) => date.getTimezoneOffset()), near.map((date) => date.getHours()), new Set(near.map((date) => date.toTimeString().slice(9))).size)
    }
    for (const [year, month, day] of locals) {
        const times = []
        for (let minutes = 0; minutes < 300; minutes += 15) {
            times.push(new Date(year, month, day, 0, minutes).getTime())
        }
        console.log(times)
    }
    check('parsed', () => ['2022-03-27T02:30', '2022-10-30T02:30', '2022-03-13 02:30', '2022-11-06 01:30', '2022-04-03 01:45', '2022-10-02 02:15', '1900-01-01T00:00', '20000-01-01 00:00'].map((text) => Date.parse(text)))
    return event
}
