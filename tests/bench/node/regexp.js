// node regexp.js write EVENTS: writes events that keep Node busy with each case of plugins/regexp for about 20 milliseconds, three times.
// node regexp.js run EVENTS OUT: runs the plugin on them.
const fs = require('fs')
const path = require('path')

const module_ = { exports: {} }
new Function('module', fs.readFileSync(path.join(__dirname, '../plugins/regexp/index.js'), 'utf8'))(module_)
const { CASES, processEvent } = module_.exports
const [, , command, events, out] = process.argv

/** Runs of a case in 20 milliseconds. */
function calibrate(run) {
    const start = process.hrtime.bigint()
    let runs = 0
    while (process.hrtime.bigint() - start < 60_000_000n) {
        run()
        runs++
    }
    return Math.max(1, Math.round(runs / 3))
}

if (command === 'write') {
    const mark = JSON.stringify({ event: 'time', properties: {} })
    const lines = []
    for (const [name, run] of Object.entries(CASES)) {
        const runs = calibrate(run)
        // Few runs per event: what they allocate should not leave the processor's caches.
        const count = runs < 2000 ? Math.ceil(runs / 100) : 200
        const line = JSON.stringify({ event: name, properties: { count } })
        lines.push(mark)
        for (let repetition = 0; repetition < 3; repetition++) {
            for (let left = runs; left > 0; left -= count) lines.push(line)
            lines.push(mark)
        }
    }
    fs.writeFileSync(events, lines.join('\n') + '\n')
} else {
    const results = fs.readFileSync(events, 'utf8').trim().split('\n').map((line) => JSON.stringify(processEvent(JSON.parse(line))))
    fs.writeFileSync(out, results.join('\n') + '\n')
}
