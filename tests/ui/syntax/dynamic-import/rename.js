export const rename = (event) => event
