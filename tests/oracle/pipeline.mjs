// Reads a pipeline file: TOML as in the contract, or the same tables as JSON.
import fs from 'node:fs'
import path from 'node:path'
import { parse as parseToml } from 'smol-toml'

export function readPipeline(file) {
    const text = fs.readFileSync(file, 'utf8')
    return { pipeline: file.endsWith('.json') ? JSON.parse(text) : parseToml(text), base: path.dirname(path.resolve(file)) }
}
