export { a, b as renamed } from './values'
export * as everything from './values'
export { default as fallback } from './values'
export * from './more'
