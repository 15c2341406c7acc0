export let count = 0
export const increment = () => count++
export function current() {
    return count
}
export const reset = () => {
    count = 0
}
