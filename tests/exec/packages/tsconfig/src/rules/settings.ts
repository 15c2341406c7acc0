export default { suffix: '?' }
