import { log } from './log'
log.push('second')
export const second = log.length
