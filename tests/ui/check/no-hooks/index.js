export const version = 1
const changed = (Math.E = version)
