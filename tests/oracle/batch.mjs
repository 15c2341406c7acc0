// Runs many pipelines in one process, since starting Node and Babel for each would cost most of the time.
// Reads a JSON array of {name, pipeline, base, input, clock?, seed?, ticks?, taskTimeout?} from standard input; writes one JSON object per job:
// {name, trace, output, rejects} with the texts of the files, or {name, error}.
import fs from 'node:fs'
import { Run } from './chain.mjs'

process.on('unhandledRejection', () => {})
const text = (list) => list.map((line) => `${line}\n`).join('')

for (const { name, pipeline, base, input, ...options } of JSON.parse(fs.readFileSync(0, 'utf8'))) {
    let result
    try {
        const run = new Run(pipeline, base, options)
        await run.all(input)
        result = { name, trace: text(run.trace), output: text(run.output), rejects: text(run.rejects) }
    } catch (error) {
        result = { name, error: String(error.stack ?? error) }
    }
    fs.writeSync(1, `${JSON.stringify(result)}\n`)
}
