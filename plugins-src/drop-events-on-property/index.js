function processEvent(event, meta) {
    const { property_key: key, property_values: values } = meta.config
    const value = event.properties ? event.properties[key] : undefined

    if (!value) {
        return event
    }
    if (values == null || values == '') {
        return null
    }
    return values.split(',').some((candidate) => candidate === value) ? null : event
}
