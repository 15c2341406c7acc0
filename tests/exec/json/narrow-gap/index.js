// V8 breaks lines for every positive gap, also for one that is narrower than a space.
import { check } from './show'

export function processEvent(event) {
    for (const gap of event.properties.gaps) {
        check(String(gap), () => JSON.stringify({ a: [1, []], b: {}, c: { d: 'x' } }, null, gap))
    }
    check('boxed', () => JSON.stringify([1], null, new Number(0.5)))
    check('literal', () => JSON.stringify({ a: [1] }, null, 0.999))
    check('nothing', () => [JSON.stringify([1], null, NaN), JSON.stringify([1], null, new String(''))])
    return event
}
