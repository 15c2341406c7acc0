export function processEvent(event) {
    const campaign = event.properties.utm_campaign
    event.properties.campaign = campain
    return event
}
