import './first'
import { second } from './second'
import { log } from './log'

log.push('index')

export function setupPlugin() {
    console.log(log, second)
}
