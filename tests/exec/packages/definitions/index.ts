import { stage } from 'staged'
import { check } from './show'

declare const VERSION: string
declare const LIMITS: any, FLAG: boolean, COUNT: number, process: any

const table = { VERSION, [VERSION]: LIMITS.list, process: 'key' }

export function processEvent(event: any) {
    check('values', () => [VERSION, LIMITS, FLAG, COUNT, stage(), process.env.NODE_ENV, table])
    check('types', () => [typeof VERSION, typeof LIMITS, typeof FLAG, VERSION.length, VERSION + 1])
    check('shadowed', () => { const VERSION = 'mine'; return [VERSION, ((FLAG: any) => FLAG)(1)] })
    check('own', () => LIMITS === LIMITS)
    check('property', () => { const event: any = { VERSION: 2 }; event.FLAG = 1; return [event.VERSION, event] })
    check('decided', () => (FLAG ? new Proxy({}, {}) : VERSION === '1.2.0' ? 'same' : eval('1')))
    check('short', () => [FLAG && eval('1'), VERSION || eval('2'), !FLAG && 'not', COUNT && eval('3'), process.env.NODE_ENV !== 'production' && eval('4')])
    if (FLAG) {
        var kept = eval('5')
    } else if (COUNT === 0) {
        kept = 'zero'
    }
    check('kept', () => kept)
    return event
}
