// Every kind of failure that nobody catches: the event keeps what was changed before, the chain goes on.
export function processEvent(event) {
    event.properties.before = true
    switch (event.event) {
        case 'type-error':
            event.properties.none.deep = 1
        case 'reference-error':
            return nowhere
        case 'range-error':
            return 'x'.repeat(-1)
        case 'string':
            throw 'thrown text'
        case 'number':
            throw 42
        case 'null':
            throw null
        case 'undefined':
            throw undefined
        case 'boolean':
            throw false
        case 'object':
            throw { code: 1, toString: () => 'own text' }
        case 'plain-object':
            throw { code: 1 }
        case 'list':
            throw [1, [2]]
        case 'custom-name':
            throw Object.assign(new Error('m'), { name: 'Custom' })
        case 'no-message':
            throw new Error()
        case 'unprintable':
            throw Object.create(null)
        case 'throwing-to-string':
            throw { toString: () => { throw new RangeError('while printing') } }
        case 'frozen':
            throw Object.freeze(new Error('frozen'))
        case 'retry':
            throw new RetryError('later')
        case 'event-itself':
            throw event
        case 'stack-overflow':
            {
                const again = (n) => again(n + 1) + 1
                return again(0)
            }
    }
    event.properties.after = true
    return event
}
