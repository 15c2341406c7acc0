import { check } from './show'

export function processEvent(event, { attachments }) {
    const { rules, words, missing } = attachments
    check('keys', () => Object.keys(attachments))
    check('missing', () => missing)
    check('missing.contents', () => missing.contents)
    check('rules', () => [rules.file_name, rules.content_type, rules.contents.length])
    check('isBuffer', () => Buffer.isBuffer(rules.contents))
    check('instanceof Uint8Array', () => typeof rules.contents)
    check('parsed', () => JSON.parse(rules.contents.toString()))
    check('parsed from a buffer', () => JSON.parse(rules.contents).a)
    check('words', () => words.contents.toString().trim().split('\n'))
    check('base64', () => words.contents.toString('base64'))
    check('String', () => String(words.contents).length)
    check('read-only', () => {
        rules.file_name = 'changed'
        attachments.added = 1
        delete attachments.words
        return [rules.file_name, Object.keys(attachments)]
    })
    return event
}
