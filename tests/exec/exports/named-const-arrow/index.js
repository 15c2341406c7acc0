export const processEvent = (event) => {
    event.properties.form = 'const arrow'
    return event
}
