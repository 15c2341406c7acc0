import { limit } from './limit'

export function setupPlugin({ config }) {
    limit = Number(config.limit)
}
