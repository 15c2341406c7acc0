export function processEvent(event) {
    const seen = []
    outer: for (const [key, value] of Object.entries(event.properties)) {
        for (let i = 0; i < 3; i++) {
            if (i === 1) continue
            if (key === 'stop') break outer
            seen.push(i)
        }
        for (const inner in value) {
            seen.push(inner)
        }
    }
    let n = 0
    do {
        n++
    } while (n < 10 && n !== 5)
    while (true) {
        if (n-- < 0) break
    }
    event.seen = seen
    return event
}
