const log = (event) => {
    console.log('called with', event.event, typeof event.properties)
    return event
}

export { log as processEvent, log as onEvent }
