let calls = 0
const next = () => ++calls

export function processEvent(event) {
    let x = 1
    event.a = x + (x = 2) + x++
    event[next()] = event.list[next()] = next()
    event.b = (next(), calls)
    event.c = Math.max(next(), Number(event.n), x)
    event.d = 'n: ' + x + null + !event.e
    return event
}
