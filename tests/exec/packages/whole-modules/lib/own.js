export * from './more'
export const limit = 10
export function grow(by) {
    return limit + by
}
export default { name: 'own default' }
