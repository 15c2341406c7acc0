import { check } from './show'

function leak(value) {
    leaked = value
    for (index = 0; index < 3; index++) {
        last = index
    }
    return leaked
}

export function processEvent(event) {
    check('typeof before', () => typeof leaked)
    check('leak', () => leak(event.event))
    check('leaked', () => leaked)
    check('index and last', () => [index, last])
    check('compound', () => (leaked += '!'))
    check('increment', () => index++)
    check('in a closure', () => [1, 2].map((x) => (inClosure = x)))
    check('inClosure', () => inClosure)
    check('never assigned', () => neverAssigned)
    check('never assigned, called', () => neverAssigned())
    check('never assigned, compound', () => (neverAssigned += 1))
    check('typeof never assigned', () => typeof neverAssigned)
    check('destructured', () => {
        ;[first, second] = [1, 2]
        ;({ third } = { third: 3 })
        return [first, second, third]
    })
    check('holds objects', () => {
        kept = kept_before(event)
        return kept
    })
    return event
}

// Reads the global that the event before has left.
function kept_before(event) {
    const before = typeof kept === 'undefined' ? 'nothing' : kept.name
    return { name: event.distinct_id, before }
}
