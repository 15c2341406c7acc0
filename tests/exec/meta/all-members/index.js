import { check } from './show'

export function setupPlugin({ config, global, ...others }) {
    global.text = JSON.stringify(others)
    global.keys = Object.keys(others)
}

export function processEvent(event, meta) {
    const [pick] = [(object, name) => object[name]]
    check('keys', () => Object.keys(meta))
    check('text', () => JSON.stringify(meta))
    check('types', () => ['cache', 'utils', 'storage', 'logger', 'metrics'].map((name) => typeof pick(meta, name)))
    check('methods', () => Object.keys(pick(meta, 'cache')).map((name) => typeof pick(meta, 'cache')[name]))
    check('cursor', () => Object.keys(pick(meta, 'utils').cursor))
    check('copy', () => Object.keys({ ...meta }))
    check('same', () => pick(meta, 'cache') === pick(meta, 'cache'))
    event.properties = { text: meta.global.text, keys: meta.global.keys }
    return event
}
