const { double } = require('./math')
const math = require('./math.js')
const data = require('./data.json')

module.exports = {
    processEvent(event) {
        event.properties.doubled = double(data.n)
        event.properties.same = math.double === double
        event.properties.count = math.state.count
        return event
    },
}
