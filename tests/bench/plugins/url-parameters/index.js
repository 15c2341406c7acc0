// Gives each parameter of the current URL a property of its own.
function processEvent(event, { config }) {
    const properties = event.properties
    if (!properties || typeof properties.$current_url !== 'string') return event

    const query = properties.$current_url.split('?')[1]
    if (!query) return event

    const pairs = query.split('#')[0].split('&')
    for (const pair of pairs) {
        const keyAndValue = pair.split('=')
        if (!keyAndValue[0]) continue
        properties[`${config.prefix}${keyAndValue[0]}`] = keyAndValue.length > 1 ? keyAndValue[1] : ''
    }
    return event
}

module.exports = { processEvent }
