// Every text of the events, as a time value and read back.
export function processEvent(event) {
    const { texts } = event.properties
    event.properties = { times: texts.map((text) => Date.parse(text)), dates: texts.map((text) => new Date(text)) }
    return event
}
