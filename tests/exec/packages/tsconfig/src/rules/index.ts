export { apply } from './apply'
