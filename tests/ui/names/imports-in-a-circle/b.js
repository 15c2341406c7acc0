import { limit } from './a'
export { limit }
