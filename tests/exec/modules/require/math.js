const state = { count: 0 }
module.exports = { double, state }

function double(n) {
    state.count++
    return n * 2
}
