const plugin = {
    processEvent: async (event, { geoip }) => {
        event.properties.place = await geoip.locate(event.ip)
        return event
    },
}

module.exports = plugin
