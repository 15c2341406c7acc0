export const fromStar = 'star'
export type Unused = string
