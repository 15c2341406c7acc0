import { check } from './show'

// Node takes millions of steps for these, and many more for each letter.
export function processEvent(event) {
    const { letters, accents } = event.properties
    check('nested', () => /^(a+)+$/.test(letters))
    check('nested, lazy', () => /^(?:a+?)+?b/.exec(letters))
    check('alternatives', () => /^(a|aa)+$/.exec(letters))
    check('twice', () => /(?:a+a+)+b/.test(letters.slice(2)))
    check('empty', () => /^(?:a*)*$/.test(letters))
    check('counted', () => /^(?:a?){8}(?:a?){8}a{16}b/.test(letters.slice(6)))
    check('groups', () => /^(?:(a+)+(x)|(a+))+(!)/.exec(letters))
    check('behind', () => /^(?:a+)+(?<=(a)(a)!)$/.exec(letters))
    check('ahead', () => /^(?=(a+))(?:a+)+$/.exec(letters))
    check('run time', () => new RegExp(event.properties.pattern, 'i').test(letters))
    check('replace', () => letters.slice(3).replace(/(a+)+$/g, '-'))
    check('split', () => letters.slice(2).split(/(?:a+)+b|!/))
    check('units', () => /^(é+)+$/.test(accents))
    check('points', () => /^(é+)+$/iu.test(accents))
    check('surrogates', () => /^(?:(.)+)+\ud83d$/.exec(accents))
    return event
}
