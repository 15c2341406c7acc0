export { limit } from './b'
