import { check } from './show'

export function processEvent(event) {
    const error = new RetryError('later')
    check('text', () => String(error))
    check('classes', () => [error instanceof RetryError, error instanceof Error, error instanceof TypeError])
    check('keys', () => Object.keys(error))
    check('json', () => JSON.stringify(error))
    check('names', () => [error.name, error.message, error.nameWithAttempts])
    check('own', () => [error.hasOwnProperty('name'), error.hasOwnProperty('message'), error.hasOwnProperty('nameWithAttempts')])
    check('stack', () => error.stack.split('\n')[0])
    check('without message', () => String(new RetryError()))
    check('message of any type', () => String(new RetryError({ a: 1 })))
    check('without new', () => RetryError('x'))
    error._attempt = 2
    check('attempt alone', () => error.nameWithAttempts)
    error._maxAttempts = 5
    check('attempts', () => [error.nameWithAttempts, error.toString(), String(error)])
    check('tag', () => Object.prototype.toString.call(error))
    check('own name wins', () => String(Object.assign(new RetryError('m'), { name: 'Mine' })))
    try {
        throw error
    } catch (caught) {
        check('caught', () => caught === error)
    }
    throw new RetryError(event.event)
}
