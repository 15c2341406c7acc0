import { check } from './show'

export function processEvent(event) {
    const { s } = event.properties
    check(`'ab'.repeat(2 ** 28)`, () => 'ab'.repeat(2 ** 28))
    check(`'x'.padStart(2 ** 30)`, () => 'x'.padStart(2 ** 30))
    check(`'x'.padEnd(1e12, 'ab')`, () => 'x'.padEnd(1e12, 'ab'))
    check(`'x'.repeat(2 ** 31)`, () => 'x'.repeat(2 ** 31))
    check(`''.repeat(2 ** 31)`, () => ''.repeat(2 ** 31))
    check('s.repeat(2 ** 27)', () => s.repeat(2 ** 27))
    return event
}
