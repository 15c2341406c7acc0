// Runs many pipelines in one process, since starting Node and Babel for each would cost most of the time.
// Reads one JSON object per line: {name, pipeline, base, input, clock?, zone?, seed?, ticks?, taskTimeout?, definitions?}. Writes one per job, in order:
// {name, trace, output, rejects, storage} with the texts of the files, or {name, error}. With {explore} it is a step of explore.mjs.
import fs from 'node:fs'
import readline from 'node:readline'
import { Run } from './chain.mjs'
import { Explorer } from './explore.mjs'

process.on('unhandledRejection', () => {})
const text = (list) => list.map((line) => `${line}\n`).join('')

async function runJob({ name, pipeline, base, input, zone = 'UTC', ...options }) {
    process.env.TZ = zone
    try {
        const run = new Run(pipeline, base, options)
        await run.all(input)
        return { name, trace: text(run.trace), output: text(run.output), rejects: text(run.rejects), storage: text(run.stored()) }
    } catch (error) {
        return { name, error: String(error.stack ?? error) }
    }
}

/** Standard output may be a pipe that is full for a moment. */
function write(line) {
    let bytes = Buffer.from(line)
    while (bytes.length > 0) {
        try {
            bytes = bytes.subarray(fs.writeSync(1, bytes))
        } catch (error) {
            if (error.code !== 'EAGAIN') {
                throw error
            }
        }
    }
}

let explorer
for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const job = JSON.parse(line)
    if (job.explore === 'start') {
        explorer = new Explorer(job)
    }
    write(`${JSON.stringify(job.explore ? await explorer.step(job) : await runJob(job))}\n`)
}
