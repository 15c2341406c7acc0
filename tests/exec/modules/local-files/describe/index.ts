import type { Described } from './types'

export const describe = (value: unknown): Described => ({ type: typeof value, keys: Object.keys(value as object) })
