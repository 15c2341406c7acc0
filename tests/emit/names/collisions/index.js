const type = 'kind'
const fooBar = 1
const foo_bar = 2

function match(event, self) {
    const cx = self + fooBar + foo_bar
    const naïve = cx
    return event[type] === naïve
}

export function processEvent(event) {
    const add = match(event, 1)
    {
        const add = 'inner'
        event.inner = add
    }
    return add ? event : null
}
