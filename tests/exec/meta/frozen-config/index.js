import { check } from './show'

export function setupPlugin({ config }) {
    config.added = 'in setup'
    config.name = 'changed'
}

export function processEvent(event, meta) {
    const { config } = meta
    check('config', () => config)
    check('assignment', () => (config.name = 'x'))
    check('delete', () => delete config.name)
    check('delete of nothing', () => delete config.missing)
    check('nested', () => {
        config.object.deep.list.push(1)
    })
    check('nested assignment', () => {
        config.object.deep.x = 1
        return config.object
    })
    check('compound', () => (config.number += 1))
    check('config afterwards', () => config)
    check('isFrozen', () => [Object.isFrozen(config), Object.isFrozen(config.object.deep)])
    check('a copy is not', () => ({ ...config, name: 'copied' }).name)
    check('Object.assign', () => Object.assign(config, { name: 'x' }))
    check('missing keys', () => [config.missing, config.missing?.x, 'missing' in config])
    check('types', () => Object.keys(config).map((key) => typeof config[key]))
    check('key order', () => Object.keys(config))
    return event
}
