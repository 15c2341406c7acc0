import wrap from 'wraps'

export function processEvent(event) {
    return wrap(event)
}
