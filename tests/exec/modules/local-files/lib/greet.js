import { shout } from './shout'
import settings from '../data.json'

export const prefix = 'Hello'
export const suffix = settings.suffix

export default function greet(name) {
    return shout(`${prefix} ${name}${suffix}`)
}
