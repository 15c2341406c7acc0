module.exports = ['a']
