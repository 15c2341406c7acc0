import { check } from './show'

function fail(kind) {
    switch (kind) {
        case 'type':
            return null.x
        case 'reference':
            return notDefined
        case 'range':
            return 'x'.repeat(-1)
        case 'syntax':
            return JSON.parse('{')
        case 'custom':
            throw Object.assign(new Error('custom message'), { name: 'CustomError', code: 42, details: { a: [1] } })
        case 'text':
            throw 'just text'
        case 'object':
            throw { message: 'looks like an error', status: 500 }
        case 'null':
            throw null
        default:
            return 'fine'
    }
}

export function processEvent(event) {
    for (const kind of ['type', 'reference', 'range', 'syntax', 'custom', 'text', 'object', 'null', 'none']) {
        try {
            console.log(kind, fail(kind))
        } catch (error) {
            check(kind, () => error)
            check('as text', () => `${error}`)
            check('name and message', () => [error?.name, error?.message, error?.code])
            check('instanceof', () => [error instanceof Error, error instanceof TypeError, error instanceof RangeError, error instanceof Object])
            check('typeof', () => typeof error)
        }
    }
    check('rethrown', () => {
        try {
            fail('type')
        } catch (error) {
            error.message = `while doing something: ${error.message}`
            throw error
        }
    })
    check('wrapped', () => {
        try {
            fail('type')
        } catch (cause) {
            const wrapped = new Error('wrapped', { cause })
            return [wrapped, wrapped.cause]
        }
    })
    check('an error as a value', () => {
        const error = new Error('not thrown')
        event.properties.error = error
        event.properties.text = String(error)
        event.properties.stack = error.stack.includes('not thrown')
        return error
    })
    check('the stack is text that can be replaced', () => {
        const error = new Error('m')
        error.stack = 'own'
        return [error.stack, delete error.stack, error.stack]
    })
    check('finding out the kind', () => {
        const kinds = []
        for (const kind of ['type', 'syntax', 'custom', 'text']) {
            try {
                fail(kind)
            } catch (e) {
                if (e instanceof SyntaxError) kinds.push('syntax')
                else if (e.name === 'CustomError') kinds.push(e.code)
                else if (e instanceof TypeError) kinds.push('type')
                else kinds.push('?')
            }
        }
        return kinds
    })
    return event
}
