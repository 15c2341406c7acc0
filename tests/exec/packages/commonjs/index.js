const shorten = require('plain-value')
const names = require('plain-names')
const { twice, named } = require('plain-names')
const late = require('late')
const kit = require('umd-kit')
const wrapped = require('wrapped')
const { both } = require('marked')
const ring = require('ring')
const tool = require('@scope/tool')
const lazy = require('lazy')
const { check } = require('./show')

const startedWith = global.order.join()
const sameKit = require('umd-kit') === kit

function processEvent(event) {
    const { text, n } = event.properties
    check('value', () => [shorten(text), shorten(text, 1), shorten(n)])
    check('names', () => [names.twice(n), twice(n), named(text), named('one'), names.default(n)])
    check('order', () => startedWith)
    check('late', () => [late, late.again()])
    check('umd', () => [kit.next(), kit.default(), kit.where, sameKit, kit.__esModule])
    check('wrapped', () => [wrapped(n, text), wrapped.version, wrapped.default === wrapped])
    check('marked', () => both(n))
    check('ring', () => [ring.seen, ring.later(), ring])
    check('tool', () => tool)
    check('lazy', () => [lazy('water'), lazy('list')])
    return event
}
module.exports = { processEvent }
