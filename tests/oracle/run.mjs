// node run.mjs PIPELINE [--input FILE] [--output FILE] [--trace FILE] [--rejects FILE] [--clock RFC3339] [--seed N] [--tick NAME]… [--task-timeout SECONDS] [--define NAME=JSON]…
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { Run } from './chain.mjs'
import { readPipeline } from './pipeline.mjs'

const text = { type: 'string' }
const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { input: text, output: text, trace: text, rejects: text, clock: text, seed: text, tick: { type: 'string', multiple: true }, define: { type: 'string', multiple: true, default: [] }, 'task-timeout': text },
})
// Work that nobody waits for may fail; the server only logged that.
process.on('unhandledRejection', () => {})

const { pipeline, base } = readPipeline(positionals[0])
const run = new Run(pipeline, base, {
    clock: values.clock,
    seed: values.seed === undefined ? undefined : Number(values.seed),
    ticks: values.tick,
    definitions: Object.fromEntries(values.define.map((one) => [one.slice(0, one.indexOf('=')), JSON.parse(one.slice(one.indexOf('=') + 1))])),
    taskTimeout: values['task-timeout'] === undefined ? undefined : Number(values['task-timeout']),
})
await run.all(fs.readFileSync(values.input ?? 0, 'utf8'))

const lines = (list) => list.map((line) => `${line}\n`).join('')
fs.writeFileSync(values.output ?? 1, lines(run.output))
if (values.trace) {
    fs.writeFileSync(values.trace, lines(run.trace))
}
if (values.rejects) {
    fs.writeFileSync(values.rejects, lines(run.rejects))
}
process.exitCode = run.rejects.length > 0 ? 1 : 0
