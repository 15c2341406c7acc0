// Every falsy result drops the event and ends the chain.
const results = { null: null, undefined: undefined, false: false, zero: 0, 'minus zero': -0, empty: '', nan: NaN }

export function processEvent(event) {
    if (event.event in results) {
        console.log('dropping', event.event)
        return results[event.event]
    }
    if (event.event === 'bare return') return
    return event
}
