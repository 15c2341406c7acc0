export interface Described {
    type: string
    keys: string[]
}
