import { check } from './show'

export function processEvent(event) {
    const { s, u, e, n, no, list, missing } = event.properties
    check('`plain`', () => `plain`)
    check('``', () => ``)
    check("`a${1}b${'c'}d`", () => `a${1}b${'c'}d`)
    check('`${1}${2}`', () => `${1}${2}`)
    check('`${[1, [2, 3]]}`', () => `${[1, [2, 3]]}`)
    check('`${{}}`', () => `${{}}`)
    check('`${null} ${undefined} ${NaN} ${-0}`', () => `${null} ${undefined} ${NaN} ${-0}`)
    check('`${`nested ${1 + 1}`}`', () => `${`nested ${1 + 1}`}`)
    check("`\\u0041\\n\\t\\\\ \\` \\${x}`", () => `\u0041\n\t\\ \` \${x}`)
    check('`${n}`', () => `${n}`)
    check('`${no}|${missing}`', () => `${no}|${missing}`)
    check('`${list}`', () => `${list}`)
    check('`${s} is ${s.length} long`', () => `${s} is ${s.length} long`)
    check("`${true && 'yes'}`", () => `${true && 'yes'}`)
    check('`$${n}`', () => `$${n}`)
    check('`${n}%`', () => `${n}%`)
    check('`{${s}}`', () => `{${s}}`)
    check("`${new Error('inside')}`", () => `${new Error('inside')}`)
    check('`${new Map()} ${new Set()}`', () => `${new Map()} ${new Set()}`)
    check('`${1e21} ${1e-7} ${123456789012345680000}`', () => `${1e21} ${1e-7} ${123456789012345680000}`)
    return event
}
