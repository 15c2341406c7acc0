import shorten from 'plain-value'
import main, { twice, named as renamed } from 'plain-names'
import { makeCounter, count, total, clamp, joined, step, kind, tools } from 'counters'
import kit, { next, where } from 'umd-kit'
import * as kitSpace from 'umd-kit'
import wrapped, { version } from 'wrapped'
import * as wrappedSpace from 'wrapped'
import { kind as toolKind, part } from '@scope/tool'
import late from 'late'
import * as lateSpace from 'late'
import type { Anything } from 'no-such-package'
import { check } from './show'

const started = (global as any).order.join()

export function processEvent(event: any) {
    const { text, n } = event.properties
    check('value', () => [shorten(text), shorten(text, 1), shorten(n)])
    check('names', () => [main(n), twice(n), renamed('two')])
    check('counter', () => { const counter = makeCounter(n); return [counter.next(), counter.next(), step, kind] })
    check('live', () => [total, count(), total, count(5), total])
    check('tools', () => [clamp(n), tools.clamp(-5), joined(1, 2)])
    check('kit', () => [typeof kit, kit(), next(), where, kitSpace.next(), kitSpace.where])
    check('wrapped', () => [wrapped(1, 2), version, wrappedSpace.version, wrappedSpace.default(3, 4)])
    check('space', () => [Object.keys(wrappedSpace), Object.keys(lateSpace), typeof wrappedSpace])
    check('tool', () => [toolKind, part])
    check('late', () => [late.first, late.second, late.again(), started])
    return event
}
