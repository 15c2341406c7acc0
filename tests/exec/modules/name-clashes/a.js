const hidden = 'hidden in a'
export const value = 'a'
export function name() {
    return hidden
}
