// Runs of calls on one date each, as the events say.
export function processEvent(event) {
    const { runs } = event.properties
    event.properties = {
        results: runs.map(([time, ...calls]) => {
            const date = new Date(time)
            const results = calls.map(([method, ...values]) => String(date[method](...values)))
            return [...results, date]
        }),
    }
    return event
}
