// Numbers in all notations, as the events ask for them.
export function processEvent(event) {
    event.properties = {
        texts: event.properties.cases.map(([number, method, ...digits]) => {
            try {
                return Number(number)[method](...digits)
            } catch (error) {
                return String(error)
            }
        }),
    }
    return event
}
