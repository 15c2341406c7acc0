const counted = (hook) => {
    let calls = 0
    return (event, meta) => {
        calls++
        event.properties.calls = calls
        return hook(event, meta)
    }
}

export const processEvent = counted((event, { config }) => ({ ...event, config }))
