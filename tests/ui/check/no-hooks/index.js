export const version = 1
const changed = RegExp.$1
