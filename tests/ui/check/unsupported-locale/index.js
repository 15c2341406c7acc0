export function processEvent(event) {
    const at = new Date(event.timestamp)
    event.properties.day = at.toLocaleDateString('ja-JP', { dateStyle: 'long' })
    event.properties.price = event.properties.amount.toLocaleString('pt-BR')
    event.properties.time = at.toLocaleTimeString('en-gb')
    return event
}
