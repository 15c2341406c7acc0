import { check } from './show'

global.kept ??= []

export function processEvent(event) {
    const date = new Date(event.timestamp)
    const later = new Date(date.getTime() + 60000)
    const unknown = event.properties.first ? date : event.timestamp
    check('numbers', () => [+date, -date, date - later, later - date, date * 1, ~~(date / 1000), date > later, date < later, date >= date, date == date])
    check('texts', () => [`${date}`, String(date), date + '', '' + date, date + 1, 1 + date, date + null, date + later, [date] + '', date.concat])
    check('equality', () => [date == date.toString(), date == +date, date === date, date == new Date(+date), date != later, unknown == date, unknown === date])
    check('JSON', () => [JSON.stringify(date), JSON.stringify({ at: date, list: [date, new Date(NaN)] }), JSON.stringify(new Date(NaN)), JSON.stringify({ date }, (key, value) => typeof value)])
    check('keys', () => ({ [date]: 1, [new Date(NaN)]: 2 }))
    check('changed', () => {
        const own = new Date(0)
        own.toJSON = (key) => 'key ' + key
        own.toString = () => 'mine'
        return [JSON.stringify({ own }), String(own), own + '', `${own}`, +own]
    })
    check('without valueOf', () => {
        const own = new Date(5)
        own.valueOf = null
        own.toString = undefined
        return [() => own + '', () => +own].map((action) => {
            try {
                return action()
            } catch (error) {
                return String(error)
            }
        })
    })
    check('sorted', () => [later, date, new Date(0)].sort((a, b) => a - b).map((item) => item.getTime()))
    check('sorted as texts', () => [later, date, new Date(0)].sort().map((item) => item.getTime()))
    check('greatest', () => [Math.max(date, later), Math.min(date, later), isNaN(date), isNaN(new Date('x')), Number.isNaN(new Date('x')), parseInt(date), Number(date), Boolean(new Date(NaN))])
    check('in maps', () => new Map([[date, 1]]).get(date))
    check('inherited', () => {
        const heir = Object.create(Date.prototype)
        return [heir instanceof Date, Object.prototype.toString.call(heir), () => heir + '', () => +heir, () => heir.getTime()].map((item) => {
            try {
                return typeof item === 'function' ? item() : item
            } catch (error) {
                return String(error)
            }
        })
    })
    for (const method of ['getTime', 'valueOf', 'getHours', 'getUTCDay', 'getTimezoneOffset', 'getYear', 'setHours', 'setTime', 'setYear', 'toString', 'toISOString', 'toUTCString', 'toGMTString', 'toJSON', 'toDateString']) {
        for (const receiver of [{}, null, undefined, 5, 'x', [], new Map(), date]) {
            check(method, () => Date.prototype[method].call(receiver, 1))
        }
    }
    check('JSON of others', () => [Date.prototype.toJSON.call({ toISOString: () => 5 }), Date.prototype.toJSON.call({ valueOf: () => NaN }), Date.prototype.toJSON.call({ valueOf: () => 'a', toISOString: () => 6 })])
    check('JSON without a function', () => Date.prototype.toJSON.call({ toISOString: 5 }))
    check('a message', () => new Map().get.call(date))
    check('another message', () => unknown.foo())
    check('a third', () => null in date)
    check('a fourth', () => new date())
    // Dates outlive their event.
    global.kept.push(new Date(date))
    global.last = { at: date }
    check('kept', () => [global.kept, global.last.at === date, global.last.at.getTime() === date.getTime()])
    global.kept[0].setUTCFullYear(2000)
    console.log(date, [date], { date }, new Date(NaN), [new Date(NaN)])
    event.properties = { date, nothing: new Date(NaN), list: [later], text: `${unknown}` }
    return event
}

export function composeWebhook(event) {
    const { timestamp } = event
    return {
        url: `https://example.com/${timestamp instanceof Date ? timestamp.getUTCHours() : typeof timestamp}`,
        body: JSON.stringify(event) + event.timestamp,
    }
}
