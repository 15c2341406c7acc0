import { value as a, name } from './a'
import { value as b, name as nameOfB } from './b'

const value = 'index'
function name_() {
    return 'name_'
}

export function processEvent(event) {
    event.properties.values = [value, a, b, name(), nameOfB(), name_()]
    return event
}
