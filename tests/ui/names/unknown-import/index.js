import { renameEvent } from './rename'

export function processEvent(event) {
    return renameEvent(event)
}
