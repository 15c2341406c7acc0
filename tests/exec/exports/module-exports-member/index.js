module.exports.processEvent = (event) => {
    event.properties.form = 'a member'
    return event
}
