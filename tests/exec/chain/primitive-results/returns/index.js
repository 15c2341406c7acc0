const results = { true: true, number: 5, text: 'text', negative: -1, function: (x) => x, map: new Map([[1, 2]]) }

export function processEvent(event) {
    return results[event.event] ?? event
}
