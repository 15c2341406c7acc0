function onEvents(event) {
    console.log(event.event)
}

export { onEvent }
