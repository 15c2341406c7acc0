export let limit = 10

export function raise() {
    limit += 1
}
