const older = require('older')

module.exports = {
    processEvent(event) {
        event.properties.year = older.load().year
        return event
    },
}
