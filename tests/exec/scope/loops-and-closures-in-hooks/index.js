import { check } from './show'

export function processEvent(event) {
    // Straight in the hook, without a function around each.
    const seen = []
    const later = []
    for (let i = 0; i < 3; i++) {
        later.push(() => [i, event.properties.n])
        if (i === 1) continue
        seen.push(i)
    }
    let total = 0
    for (const [key, value] of Object.entries(event.properties.counts)) {
        total += value
        later.push(() => `${key}=${value}/${total}`)
    }
    let index = 0
    while (true) {
        const current = event.properties.list[index]
        if (current === undefined) break
        index += 1
        if (current < 0) continue
        later.push(() => (total += current))
    }
    const before = total
    event.properties.n = 'changed'
    check('later', () => later.map((f) => f()))
    check('totals', () => [before, total])
    try {
        for (const item of event.properties.list) {
            if (item === -2) throw new RangeError(`found ${item}`)
            seen.push(item)
        }
    } catch ({ name, message }) {
        seen.push(name, message)
    } finally {
        seen.push('done')
    }
    check('seen', () => seen)
    if (event.properties.stop) return null
    for (const item of event.properties.list) {
        switch (true) {
            case item > 2:
                event.properties.large = item
                return event
            case item > 100:
                return null
        }
    }
    return { ...event, none: true }
}
