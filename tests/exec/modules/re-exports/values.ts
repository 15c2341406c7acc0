export const a = 1
export const b: number = 2
export default 'the default'
