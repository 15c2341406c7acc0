import { createHash } from 'crypto'

export function processEvent(event) {
    const hash = createHash('sha1')
    hash.write(event.event)
    hash.updat('a')
    return event
}
