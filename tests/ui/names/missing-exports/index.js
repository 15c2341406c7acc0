import { createHash, pbkdf2Sync, createHsh } from 'crypto'
import * as url from 'url'

export function processEvent(event) {
    event.properties.hash = createHash('sha1')
    event.properties.key = pbkdf2Sync('a', 'b', 1, 2, 'sha1')
    event.properties.other = createHsh('sha1')
    event.properties.query = url.parse('http://x').query
    event.properties.typo = url.domainToAscii('x')
    return event
}
