import { log } from './log'
log.push('nested')
