// No hooks at all.
const x = 1
