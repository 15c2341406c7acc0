// Runs the compiled plugin on events.ndjson and compares with expected.ndjson: node --test

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const path = (name) => new URL(name, import.meta.url).pathname

test('the sample events come out as expected', () => {
    const prickle = process.env.PRICKLE ?? 'prickle'
    const result = execFileSync(prickle, ['run', path('pipeline.toml'), '--input', path('events.ndjson')], { encoding: 'utf8' })
    assert.equal(result, readFileSync(path('expected.ndjson'), 'utf8'))
})
