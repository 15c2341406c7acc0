// Holds the oracle against facts that experiments with PostHog's own sandbox established. Run: node selftest.mjs
import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import test from 'node:test'
import { Run } from './chain.mjs'

process.on('unhandledRejection', () => {})

/** Runs `files` as one plugin over `events`; returns the parsed trace, without its setup line, and that line. */
async function run(files, { events = [{}], config, options = {}, more = [] } = {}) {
    const base = fs.mkdtempSync(path.join(os.tmpdir(), 'oracle-'))
    const plugins = [files, ...more].map((folderFiles, index) => {
        const source = `p${index + 1}`
        for (const [name, text] of Object.entries(typeof folderFiles === 'string' ? { 'index.ts': folderFiles } : folderFiles)) {
            fs.mkdirSync(path.dirname(path.join(base, source, name)), { recursive: true })
            fs.writeFileSync(path.join(base, source, name), text)
        }
        return { source, config }
    })
    const job = new Run({ plugin: plugins }, base, options)
    await job.all(events.map((event) => JSON.stringify({ event: 'e', team_id: 2, properties: {}, ...event })).join('\n'))
    fs.rmSync(base, { recursive: true })
    const trace = job.trace.map((line) => JSON.parse(line))
    return { setup: trace.find((line) => line.phase === 'setup'), lines: trace.filter((line) => 'event' in line), output: job.output }
}
const firstLog = async (...args) => (await run(...args)).lines[0].logs[0]?.message
const logged = (expression) => firstLog(`export function processEvent(event, meta) { console.log(${expression}) }`)
const hook = (text) => `export function processEvent(event, meta) { ${text} }`

const marks = 'event.properties.seen = true; return event'
const found = async (source) => (await run(source)).lines[0].event.properties.seen === true

test('export forms', async () => {
    assert(await found(`export function processEvent(event) { ${marks} }`))
    assert(await found(`exports.processEvent = (event) => { ${marks} }`))
    assert(await found(`export default { processEvent(event) { ${marks} } }`))
    assert(await found(`module.exports = { processEvent(event) { ${marks} } }`))
    assert(await found(`exports = { processEvent(event) { ${marks} } }`))
    assert(await found(`function processEvent(event) { ${marks} }`))
    assert(await found(`var processEvent = (event) => { ${marks} }`))
    assert(await found(`module.exports = function () {}; function processEvent(event) { ${marks} }`))
    assert(await found(`module.exports = { processEventBatch(events) { const event = events[0]; ${marks.replace('return event', 'return [event]')} } }`))
    assert(await found(`export let processEvent = null; processEvent = (event) => { ${marks} }`))
    assert(!(await found(`const processEvent = (event) => { ${marks} }`)))
    assert(!(await found(`export function setupPlugin() {} function processEvent(event) { ${marks} }`)))
    assert(!(await found(`export const foo = 1; function processEvent(event) { ${marks} }`)))
    assert(!(await found(`export default function () {} function processEvent(event) { ${marks} }`)))
    const { setup } = await run('export default null')
    assert.match(setup.failed[0].error, /^TypeError/)
})

test('sloppy mode, although classes and own directives are strict', async () => {
    assert.equal(await firstLog(hook(`leaked = 1; console.log(typeof leaked, (function () { return this === globalThis })(), meta.config.x = 2, meta.config.x)`), { config: { x: '1' } }), 'number true 2 1')
    assert.equal(await firstLog(hook(`console.log(delete meta.config.x, meta.config.x)`), { config: { x: '1' } }), 'false 1')
    const { lines } = await run(`function f(meta) { 'use strict'; meta.config.x = 2 } export function processEvent(event, meta) { f(meta) }`, { config: { x: '1' } })
    assert.match(lines[0].failed[0].error, /^TypeError: Cannot assign to read only property 'x'/)
    assert.equal(await firstLog('const top = String(this)\n' + hook('console.log(top)')), 'undefined')
})

test('globals', async () => {
    const absent = 'setTimeout setInterval process require URLSearchParams TextEncoder atob queueMicrotask performance crypto __dirname Headers'.split(' ')
    for (const name of absent) {
        assert.equal(await logged(`typeof ${name}`), 'undefined', name)
    }
    for (const name of 'Buffer RetryError URL structuredClone eval escape'.split(' ')) {
        assert.equal(await logged(`typeof ${name}`), 'function', name)
    }
})

test('console formatting', async () => {
    assert.equal(await logged('undefined, null, NaN, -0, 10n'), 'undefined null NaN 0 10')
    assert.equal(await logged(`new TypeError('m'), new Map(), Symbol('q'), Buffer.from('é')`), 'TypeError: m [object Map] Symbol(q) é')
    assert.equal(await logged(`[1, undefined, () => 1, [2]], { a: 1, b: undefined }, { toString() { return 'own' } }, { toJSON() { return 7 } }`), '[1,null,null,[2]] {"a":1} own 7')
    const circular = await run(hook('const a = {}; a.a = a; console.log(a); console.log(Object.create(null)); event.properties.on = 1; return event'))
    assert.deepEqual(circular.lines[0].logs, [])
    assert.equal(circular.lines[0].event.properties.on, 1)
})

test('imports', async () => {
    assert.match((await run(`import x from 'lodash'; export function processEvent() { x() }`)).setup.failed[0].error, /\/index\.ts: Cannot import 'lodash'! This package is not provided by PostHog in plugins\.$/)
    assert.equal((await run(`import x from 'lodash'; import type { y } from 'nowhere'; export function processEvent(e) { return e }`)).setup, undefined)
    const linked = { 'index.ts': `import data, { a } from './data.json'; import { next } from './lib'; export function processEvent() { next(); console.log(a, data, next()) }`, 'lib.js': 'let n = 0; export const next = () => ++n', 'data.json': '{"a":[1]}' }
    assert.equal(await firstLog(linked), '[1] {"a":[1]} 2')
    const cycle = { 'index.ts': `import { b } from './b'; export const a = 1; export function processEvent() { console.log(b()) }`, 'b.ts': `import { c } from './c'; export const b = () => c`, 'c.ts': `import { b } from './b'; let seen; try { b() } catch (e) { seen = String(e) }; export const c = seen` }
    assert.equal(await firstLog(cycle), "ReferenceError: Cannot access 'b' before initialization")
})

test('the chain', async () => {
    const tampered = await run(hook('return {}'))
    assert.deepEqual(tampered.lines[0].event, { team_id: 2, properties: { $plugins_succeeded: [], $plugins_failed: ['p1 (1)'] } })
    assert.equal(tampered.lines[0].failed[0].error, 'IllegalOperationError: Plugin tried to change event.team_id')
    assert.equal((await run(hook('return 5'))).lines[0].failed[0].error, "TypeError: Cannot create property 'team_id' on number '5'")
    const kept = await run(hook('event.properties.kept = 1; throw new Error("late")'))
    assert.equal(kept.lines[0].event.properties.kept, 1)
    const dropped = await run(hook('return 0'), { more: [hook('console.log("later"); return event')] })
    assert.deepEqual(dropped.lines[0], { event: null, failed: [], logs: [], requests: [], captures: [] })
    const native = await run(hook('event.properties.list = [1]; return event'), { more: [hook('const p = event.properties; console.log(p.list instanceof Array, p.constructor === Object, event instanceof Object); return event')] })
    assert.equal(native.lines[0].logs[0].message, 'true true true')
})

test('loop guard with the place in the source', async () => {
    const source = `export function processEvent(event) {\n    if (event.event) {\n  outer: for (const x of [1]) while (true) continue\n  }\n}`
    const { lines } = await run(source, { options: { taskTimeout: 1 } })
    assert.equal(lines[0].failed[0].error, 'Error: Script execution timed out after looping for 1 second on line 3:30')
})

test('meta persists over events and its own members can be replaced', async () => {
    const { lines } = await run(`export function processEvent(event, meta) { meta.n = (meta.n ?? 0) + 1; meta.global.last ??= event; console.log(meta.n, meta.global.last === event); return event }`, { events: [{}, {}] })
    assert.deepEqual(lines.map((line) => line.logs[0].message), ['1 true', '2 false'])
})

test('clock and seed', async () => {
    const { lines } = await run(hook('console.log(Date.now(), new Date().toISOString(), new Date(0).getTime(), Math.random()); return event'), { options: { clock: '2024-01-01T00:00:00Z', seed: 1 } })
    assert.equal(lines[0].logs[0].message, '1704067200000 2024-01-01T00:00:00.000Z 0 0.6270739405881613')
})
