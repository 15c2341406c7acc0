export let limit = 10
