import { check } from './show'

export function processEvent(event) {
    const changed = { first: 1, second: 2, third: 3 }
    delete changed.first
    changed.first = 'again'
    changed.second = 'changed'
    changed[7] = 'index'
    changed[3] = 'index'
    const inLoop = []
    for (const key in event.properties.nested) inLoop.push(key)
    const many = {}
    for (let i = 0; i < 40; i++) many[i % 3 === 0 ? i : `k${i}`] = i
    for (let i = 0; i < 40; i += 4) delete many[i % 3 === 0 ? i : `k${i}`]
    const reinserted = { ...many }
    for (let i = 0; i < 40; i += 8) reinserted[`k${i}`] = 'back'
    check(`({ b: 1, a: 2, 1: 'one', 0: 'zero' })`, () => ({ b: 1, a: 2, 1: 'one', 0: 'zero' }))
    check(`Object.keys({ z: 1, 10: 1, 9: 1, a: 1, '01': 1, '-1': 1, 1.5: 1 })`, () => Object.keys({ z: 1, 10: 1, 9: 1, a: 1, '01': 1, '-1': 1, 1.5: 1 }))
    check('Object.keys({ 4294967294: 1, 4294967295: 1, b: 1, 4294967296: 1, 7: 1 })', () => Object.keys({ 4294967294: 1, 4294967295: 1, b: 1, 4294967296: 1, 7: 1 }))
    check('Object.keys({ a: 1, b: 2, a: 3 })', () => Object.keys({ a: 1, b: 2, a: 3 }))
    check('({ a: 1, b: 2, a: 3 })', () => ({ a: 1, b: 2, a: 3 }))
    check('Object.keys(changed)', () => Object.keys(changed))
    check('changed', () => changed)
    check('Object.values(changed)', () => Object.values(changed))
    check('Object.entries(changed)', () => Object.entries(changed))
    check('JSON.stringify(changed)', () => JSON.stringify(changed))
    check('JSON.stringify(event.properties)', () => JSON.stringify(event.properties))
    check('Object.keys(event.properties.nested)', () => Object.keys(event.properties.nested))
    check('Object.keys({ ...event.properties.nested, a: 0, 2: 0 })', () => Object.keys({ ...event.properties.nested, a: 0, 2: 0 }))
    check(`Object.keys('ab')`, () => Object.keys('ab'))
    check('Object.keys([3, 4])', () => Object.keys([3, 4]))
    check('Object.keys(5)', () => Object.keys(5))
    check('Object.keys(null)', () => Object.keys(null))
    check('Object.keys()', () => Object.keys())
    check(`Object.entries('ab')`, () => Object.entries('ab'))
    check(`Object.values('ab')`, () => Object.values('ab'))
    check('Object.values([1, 2])', () => Object.values([1, 2]))
    check('inLoop', () => inLoop)
    check('many', () => many)
    check('Object.keys(many).length', () => Object.keys(many).length)
    check('reinserted', () => reinserted)
    return event
}
