import { check } from './show'

export function processEvent(event) {
    const log = []
    check('a block at the end of a function', () => {
        function later() {
            log.push(typeof shadow)
        }
        {
            let shadow = 'inner'
            later()
            log.push(shadow)
        }
    })
    check('a block at the end of a block', () => {
        {
            log.push('outer')
            {
                log.push('inner')
            }
        }
    })
    check('a block that returns', () => {
        {
            if (event.event) return 'returned'
        }
    })
    check('a block at the end of a try', () => {
        try {
            {
                log.push('tried')
            }
        } finally {
            {
                log.push('finally')
            }
        }
    })
    check('a loop in a block at the end', () => {
        {
            for (const item of [1, 2]) log.push(item)
        }
    })
    check('log', () => log)
    return event
}
