exports.setupPlugin = ({ global }) => {
    global.ready = 'yes'
}
exports.processEvent = function (event, { global }) {
    event.properties.ready = global.ready
    return event
}
