// Writes babel.min.js.br from the npm package that package.json pins: `node vendor.mjs`; with `--check` only says whether it is that.
// The oracle runs without npm, also from inside the `prickle` binary, so the compressed file is committed.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import zlib from 'node:zlib'

const target = new URL('babel.min.js.br', import.meta.url)
const text = fs.readFileSync(createRequire(import.meta.url).resolve('@babel/standalone/babel.min.js'))

if (process.argv[2] === '--check') {
    assert(zlib.brotliDecompressSync(fs.readFileSync(target)).equals(text), 'babel.min.js.br is stale: run `node vendor.mjs`')
} else {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants
    const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: text.length }
    fs.writeFileSync(target, zlib.brotliCompressSync(text, { params }))
}
