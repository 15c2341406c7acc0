// node chain.js FILE REPETITIONS [OUT]: the chain under Node, from file to bytes, as plain functions in one script: the fastest way to run it there.
// Prints the seconds and the CPU seconds of each repetition. With OUT the first one writes its output.
const fs = require('fs')
const path = require('path')

const root = path.join(__dirname, '..')
const load = (name) => {
    const module = { exports: {} }
    new Function('module', fs.readFileSync(path.join(root, 'plugins', name, 'index.js'), 'utf8'))(module)
    return module.exports
}
const chain = JSON.parse(fs.readFileSync(path.join(root, 'chain.json'), 'utf8')).map(({ plugin, config }) => {
    const { setupPlugin, processEvent } = load(plugin)
    const meta = { config, global: {}, attachments: {} }
    setupPlugin?.(meta)
    return { processEvent, meta }
})

const [, , file, repetitions, out] = process.argv

// The file is read as the native program reads it: a piece at a time, within the measured time.
const input = Buffer.alloc(1 << 20)
const buffer = Buffer.allocUnsafe(8 << 20)
let used = 0
let target = -1
function flush() {
    if (target >= 0) fs.writeSync(target, buffer, 0, used)
    used = 0
}
function write(text) {
    used += buffer.utf8Write(text, used)
    buffer[used++] = 10
    if (used > 4 << 20) flush()
}

for (let repetition = 0; repetition < Number(repetitions); repetition++) {
    target = repetition === 0 && out ? fs.openSync(out, 'w') : -1
    const start = process.hrtime.bigint()
    const cpu = process.cpuUsage()
    const source = fs.openSync(file, 'r')
    let kept = 0
    for (let length; (length = fs.readSync(source, input, kept, input.length - kept)) > 0; ) {
        const read = kept + length
        let from = 0
        for (let end; (end = input.indexOf(10, from)) >= 0 && end < read; from = end + 1) {
            let event = JSON.parse(input.utf8Slice(from, end))
            for (let j = 0; j < chain.length && event; j++) {
                event = chain[j].processEvent(event, chain[j].meta)
            }
            if (event) write(JSON.stringify(event))
        }
        input.copyWithin(0, from, read)
        kept = read - from
    }
    fs.closeSync(source)
    flush()
    const { user, system } = process.cpuUsage(cpu)
    console.log(Number(process.hrtime.bigint() - start) / 1e9, (user + system) / 1e6)
}
