// Evaluates the examples of all builtin rows. Reads `[[class, name, expression, expected], …]` from stdin and prints one line for each that
// is wrong. `expected` is a JavaScript expression, or `throws Name: message`.
import crypto from 'node:crypto'
import url from 'node:url'
import { isDeepStrictEqual, inspect } from 'node:util'

// What plugins import.
Object.defineProperty(globalThis, 'crypto', { value: crypto })
globalThis.url = url

const rows = JSON.parse(await new Response(process.stdin).text())
const evaluate = eval

for (const [owner, name, expression, expected] of rows) {
    const wrong = (actual) => console.log(`${owner} ${name}: ${expression} is ${actual}, the row says ${expected}`)
    let value
    try {
        value = evaluate(`(${expression})`)
    } catch (error) {
        const text = `throws ${error?.name}: ${error?.message}`
        if (text !== expected) {
            wrong(text)
        }
        continue
    }
    if (expected.startsWith('throws ') || !isDeepStrictEqual(value, evaluate(`(${expected})`))) {
        wrong(inspect(value))
    }
}
