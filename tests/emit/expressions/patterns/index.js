export function processEvent(event, { config }) {
    for (const [name, value] of Object.entries(event.properties)) {
        event[name] = value
    }
    const pairs = Object.entries(config)
    event.found = pairs.find(([, value]) => value === event.event)
    event.names = pairs.filter(([name]) => name !== '').map(({ length }) => length)
    event.all = [
        ...pairs,
        {
            ...event.properties,
            [config.name]: config.value,
            description: `the value of ${config.name} as it is written in the config of the plugin`,
        },
    ]
    return event
}
