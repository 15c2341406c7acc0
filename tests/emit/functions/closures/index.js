const makeCounter = (step) => {
    let count = 0
    return () => (count += step)
}

const double = (list) => list.map((item) => item * 2)

export function processEvent(event) {
    const next = makeCounter(2)
    next()
    const helper = (name) => event.properties[name]
    event.count = next()
    event.doubled = double([1, 2, 3])
    event.found = ['a', 'b'].filter((name) => helper(name))
    return event
}
