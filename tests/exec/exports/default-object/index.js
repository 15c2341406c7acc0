const run = (event) => {
    event.properties.form = 'default object'
    return event
}

export default { processEvent: run, setupPlugin: () => console.log('set up') }
