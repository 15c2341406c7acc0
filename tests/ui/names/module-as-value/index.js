import * as rules from './rules'
import * as other from './other'
const parts = require('./parts')

export const name = 'main'

export function setupPlugin({ global }) {
    global.rules = rules
    global.other = other
    global.parts = parts
    rules.raise()
}
