import { check } from './show'

export function processEvent(event) {
    const { missing, text, none } = event.properties
    const order = []
    const say = (word, value) => {
        order.push(word)
        return value
    }
    check('receiver, then arguments', () => [String(say('receiver', text)).substring(say('start', '1'), say('end', { valueOf: () => say('converted', 3) })), order.join()])
    check('a receiver that throws', () => String.raw(missing).substr(none.x, none.y))
    check('of a Date', () => new Date(Reflect.get(none, 'a')).setMinutes(none.f(), none.g()))
    check('in a chain', () => 'abc'.toUpperCase().concat(missing.a).substring(none.b, none.c))
    check('a receiver that an argument assigns', () => {
        let s = String(text)
        return [s.substring((s = 'other', { valueOf: () => 1 }), Number(text.length)), s]
    })
    check('a searched text that is converted', () => [String(text).endsWith(say('search', missing ?? none ?? text), say('at', text.length)), order.join()])
    return event
}
