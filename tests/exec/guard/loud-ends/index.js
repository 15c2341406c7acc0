// What cannot be done as Node does it ends the turn, which no `catch` sees.
const ends = {
    accessorOfGlobal: () => {
        Object.defineProperty(globalThis, 'x', { get: () => 1, configurable: true })
        return delete globalThis.x
    },
    callOfNoFunction: (value) => Function.prototype.call.call(value),
    applyOfNoFunction: (value) => Function.prototype.apply.call(value, null, []),
    nameOfFunction: () => {
        'use strict'
        const f = function () {}
        f.name = 'x'
    },
    evalOfGlobal: () => globalThis.eval('1'),
    memberOfProxy: () => globalThis.Proxy.revocable({}, {}),
    value: (value) => typeof value,
}

export function processEvent(event) {
    try {
        event.properties.result = ends[event.event](event.properties.value)
    } catch (error) {
        event.properties.caught = String(error)
    }
    return event
}
