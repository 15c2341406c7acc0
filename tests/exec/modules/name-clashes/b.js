const hidden = 'hidden in b'
export const value = 'b'
export const name = () => hidden
