export const log = ['log']
