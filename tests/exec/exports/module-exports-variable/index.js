const plugin = {}
plugin.processEvent = (event) => {
    event.properties.form = 'a variable'
    return event
}
module.exports = plugin
