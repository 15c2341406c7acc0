import * as rules from './rules'

export function setupPlugin({ global }) {
    global.rules = rules
}
