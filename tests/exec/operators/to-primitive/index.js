import { check } from './show'

const number = { valueOf: () => 7 }
const text = { toString: () => 'text' }
const both = { valueOf: () => 42, toString: () => 'forty-two' }
const neither = { valueOf: () => ({}), toString: () => ({}) }
const failing = {
    valueOf: () => {
        throw new RangeError('no value')
    },
    toString: () => {
        throw new TypeError('no text')
    },
}
const two = { valueOf: () => 2, toString: () => '2' }
const nullish = { valueOf: () => null }
const objectThenString = { valueOf: () => ({}), toString: () => 'second' }

export function processEvent(event) {
    check('number + 1', () => number + 1)
    check('number * 2', () => number * 2)
    check('`${number}`', () => `${number}`)
    check('String(number)', () => String(number))
    check('text + 1', () => text + 1)
    check('text * 2', () => text * 2)
    check('both + 1', () => both + 1)
    check('`${both}`', () => `${both}`)
    check('both * 2', () => both * 2)
    check('both == 42', () => both == 42)
    check(`both == 'forty-two'`, () => both == 'forty-two')
    check('both > 41', () => both > 41)
    check(`both in { 'forty-two': 1 }`, () => both in { 'forty-two': 1 })
    check(`({ 'forty-two': 'found' })[both]`, () => ({ 'forty-two': 'found' })[both])
    check('neither + 1', () => neither + 1)
    check('`${neither}`', () => `${neither}`)
    check('neither == 1', () => neither == 1)
    check('neither < 1', () => neither < 1)
    check('failing + 1', () => failing + 1)
    check('`${failing}`', () => `${failing}`)
    check(`[number, text] + ''`, () => [number, text] + '')
    check('[both] * 1', () => [both] * 1)
    check('number + text', () => number + text)
    check('both + both', () => both + both)
    check('-both', () => -both)
    check('+text', () => +text)
    check('both & 7', () => both & 7)
    check('Number(both)', () => Number(both))
    check('String(both)', () => String(both))
    check('[both].join()', () => [both].join())
    check('isNaN(text)', () => isNaN(text))
    check('Math.max(both, 1)', () => Math.max(both, 1))
    check(`'x'.repeat(two)`, () => 'x'.repeat(two))
    check(`'abcdef'.slice(two)`, () => 'abcdef'.slice(two))
    check('[1, 2, 3][two]', () => [1, 2, 3][two])
    check('parseInt(both)', () => parseInt(both))
    check(`new Array(3).fill(both).join('|')`, () => new Array(3).fill(both).join('|'))
    check('JSON.stringify(both)', () => JSON.stringify(both))
    check('both === both', () => both === both)
    check('nullish + 1', () => nullish + 1)
    check(`objectThenString + ''`, () => objectThenString + '')
    return event
}
