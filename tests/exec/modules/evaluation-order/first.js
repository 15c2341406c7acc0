import { log } from './log'
import './nested'
log.push('first')
