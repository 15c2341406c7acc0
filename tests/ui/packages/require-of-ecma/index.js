const modern = require('modern')

module.exports = {
    processEvent(event) {
        event.properties.year = modern.year
        return event
    },
}
