export function processEvent(event) {
    switch (event.event) {
        case 'while':
            while (true) {}
        case 'for':
            for (;;);
        case 'do':
            do {
                event.n = 1
            } while (event.n)
        case 'nested':
            for (let i = 0; i < 3; i++) {
                for (let j = 0; ; j++) {
                    if (j < 0) break
                }
            }
        case 'for-of':
            const map = new Map([['key', 1]])
            for (const [key, n] of map) {
                map.delete(key)
                map.set(key, n + 1)
            }
        case 'in a callback':
            ;[1].forEach(() => {
                while (1) {}
            })
        case 'caught':
            try {
                while (true) {}
            } catch (error) {
                event.properties.caught = error.message
                return event
            }
        case 'finally':
            try {
                while (true) {}
            } finally {
                event.properties.finally = true
            }
    }
    event.properties.fine = true
    return event
}
