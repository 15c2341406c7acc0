var processEvent = (event) => {
    event.properties.form = 'var'
    return event
}
