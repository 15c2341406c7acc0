import { check } from './show'
import crypto, { createHash, createHmac as hmac, randomUUID } from 'crypto'
import * as whole from 'crypto'
const required = require('crypto')

export function processEvent(event) {
    const { algorithms, texts, encodings, name } = event.properties
    for (const algorithm of algorithms) {
        for (const text of texts) {
            check(`${algorithm} of ${JSON.stringify(text)}`, () => createHash(algorithm).update(text).digest('hex'))
            check(`${algorithm} hmac of ${JSON.stringify(text)}`, () => hmac(algorithm, text).update(text).digest('base64'))
        }
        check(`${algorithm} long`, () => createHash(algorithm).update('x'.repeat(1000)).digest('hex'))
        check(`${algorithm} long key`, () => hmac(algorithm, 'k'.repeat(300)).update('é').digest('hex'))
    }
    for (const encoding of encodings) {
        check(`digest ${encoding}`, () => createHash('sha1').update('a').digest(encoding))
        check(`update ${encoding}`, () => createHash('sha1').update('6162YWI=', encoding).digest('hex'))
        check(`hmac ${encoding}`, () => hmac('sha1', 'k').update('6162', encoding).digest(encoding))
    }
    check('in pieces', () => createHash('sha256').update('a').update('b').update(Buffer.from('c')).update('').digest('hex') === createHash('sha256').update('abc').digest('hex'))
    check('the same object', () => {
        const hash = createHash('md5')
        return hash.update('a') === hash
    })
    check('copy', () => {
        const hash = createHash('md5').update('a')
        const other = hash.copy()
        other.update('b')
        return [hash.digest('hex'), other.digest('hex')]
    })
    check('copy after digest', () => {
        const hash = createHash('md5')
        hash.digest()
        return hash.copy()
    })
    check('digest twice', () => {
        const hash = createHash('md5')
        hash.digest()
        return hash.digest()
    })
    check('code', () => {
        const hash = createHash('md5')
        hash.digest()
        try {
            hash.update('')
        } catch (error) {
            return [error.code, String(error), error instanceof Error]
        }
    })
    check('hmac twice', () => {
        const keyed = hmac('md5', 'k')
        return [keyed.digest('hex'), keyed.digest('hex'), keyed.digest().length]
    })
    check('buffers', () => {
        const digest = createHash('sha1').update('a').digest()
        return [digest.length, digest[0], digest[6] & 0x0f, digest.toString('hex', 0, 4), Buffer.isBuffer(digest)]
    })
    check('hmac with a buffer', () => hmac('sha256', Buffer.from('key')).update(Buffer.from('data')).digest('hex'))
    check('unknown hash', () => createHash(name))
    check('unknown hmac', () => hmac(name, 'k'))
    check('its code', () => {
        try {
            hmac(name, 'k')
        } catch (error) {
            return [error.code, String(error), error instanceof TypeError]
        }
    })
    for (const wrong of [undefined, null, 5, {}, []]) {
        check(`createHash(${JSON.stringify(wrong)})`, () => createHash(wrong))
        check(`createHmac(${JSON.stringify(wrong)})`, () => hmac(wrong, 'k'))
        check(`a key ${JSON.stringify(wrong)}`, () => hmac('md5', wrong))
        check(`update(${JSON.stringify(wrong)})`, () => createHash('md5').update(wrong))
        check(`randomBytes(${JSON.stringify(wrong)})`, () => crypto.randomBytes(wrong).length)
        check(`randomInt(${JSON.stringify(wrong)})`, () => crypto.randomInt(wrong) < 5)
        check(`timingSafeEqual(${JSON.stringify(wrong)})`, () => crypto.timingSafeEqual(wrong, wrong))
    }
    check('ways to import', () => [crypto.createHash === createHash, whole.createHash === createHash, required.createHash === createHash, crypto.createHash('md5').digest('hex'), whole.createHash('md5').digest('hex'), required['createHash']('md5').digest('hex')])
    check('by computed name', () => crypto['create' + 'Hash']('md5').digest('hex'))
    check('destructured', () => {
        const { createHash: make, randomUUID: uuid } = crypto
        return [make('md5').digest('hex'), typeof uuid]
    })
    check('randomUUID', () => [randomUUID(), crypto.randomUUID(), randomUUID({})])
    check('randomUUID options', () => randomUUID(5))
    check('randomUUID option', () => randomUUID({ disableEntropyCache: 1 }))
    check('randomBytes', () => [crypto.randomBytes(20).length, crypto.randomBytes(0).length, crypto.randomBytes(1.9).length, crypto.randomBytes(6).toString('hex').length])
    check('randomBytes beyond', () => crypto.randomBytes(2 ** 31))
    check('randomInt', () => {
        let all = true
        for (let i = 0; i < 100; i++) {
            const drawn = crypto.randomInt(-3, 3)
            all = all && Number.isInteger(drawn) && drawn >= -3 && drawn < 3
        }
        return [all, crypto.randomInt(1), crypto.randomInt(5, 6)]
    })
    check('randomInt order', () => crypto.randomInt(5, 5))
    check('randomInt range', () => crypto.randomInt(-5, 2 ** 48 - 1))
    check('timingSafeEqual', () => [crypto.timingSafeEqual(Buffer.from('ab'), Buffer.from('ab')), crypto.timingSafeEqual(Buffer.from('ab'), Buffer.from('ac'))])
    check('timingSafeEqual lengths', () => crypto.timingSafeEqual(Buffer.from('ab'), Buffer.from('a')))
    check('as a key of the unduplicator', () => {
        const digest = createHash('sha1').update('namespace_2_user').digest()
        const bytes = []
        for (let i = 0; i < 16; i++) {
            bytes.push(((i === 6 ? (digest[i] & 0x0f) | 0x50 : i === 8 ? (digest[i] & 0x3f) | 0x80 : digest[i]) + 0x100).toString(16).slice(1))
        }
        return bytes.join('')
    })
    event.properties.bucket = parseInt(createHash('sha256').update(event.distinct_id).digest('hex').substring(0, 15), 16) / 0xfffffffffffffff
    return event
}
