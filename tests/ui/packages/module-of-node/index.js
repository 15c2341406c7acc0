import { readFileSync } from 'fs'
import { join } from 'node:path'

export function processEvent(event) {
    event.properties.text = readFileSync(join('a', 'b'))
    return event
}
