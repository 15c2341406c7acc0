// Dates in the forms that the events ask for.
export function processEvent(event) {
    const { cases } = event.properties
    event.properties = {
        texts: cases.map(([method, time, locale, options]) => {
            try {
                return new Date(time)[method](locale, options)
            } catch (error) {
                return String(error)
            }
        }),
    }
    return event
}
