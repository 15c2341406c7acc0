import { check } from './show'
import * as parts from 'parts'
import { inner, sum } from 'parts'
import * as shapes from 'shapes'
import * as own from './lib/own'
import lateThis from 'late-this'
import { createHash } from 'node:crypto'

const table = { parts, own }
const pick = (object, name) => object[name]

export function processEvent(event, meta) {
    check('keys', () => Object.keys(parts))
    check('by name', () => ['a', 'double', 'sum', 'nothing'].map((name) => typeof pick(parts, name)))
    check('call', () => pick(table, 'parts').double(event.properties.n))
    check('same object', () => table.parts === pick(table, 'parts'))
    check('namespace that is exported', () => [inner.half(event.properties.n), Object.keys(inner), sum(1, 2)])
    check('through a star', () => pick(shapes, 'square')(3) + pick(shapes, 'circle')(1))
    check('star names', () => Object.keys({ ...shapes }))
    check('frozen', () => { const kept = pick(table, 'parts'); kept.a = 2; return [kept.a, parts.a] })
    check('own', () => [Object.keys(own).sort(), pick(own, 'default').name])
    check('in', () => ['a' in parts, 'b' in parts])
    check('this of exports', () => [lateThis.start(event.properties.n), lateThis.next(), lateThis.next()])
    check('no CommonJS', () => parts.kind)
    check('node:', () => createHash('md5').update('a').digest('hex'))
    meta.global.parts = parts
    check('kept', () => meta.global.parts.a)
    return event
}
