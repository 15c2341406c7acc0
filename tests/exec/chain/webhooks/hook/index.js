export function composeWebhook(event, { config }) {
    switch (event.event) {
        case 'minimal':
            return { url: 'https://example.com/' }
        case 'full':
            return {
                url: config.url,
                method: 'PUT',
                headers: { 'Content-Type': 'text/plain', 'X-Custom': 'é', accept: '*/*' },
                body: JSON.stringify(event.properties),
            }
        case 'null method':
            return { url: 'https://example.com/', method: null, headers: null, body: null }
        case 'none':
            return null
        case 'undefined':
            return
        case 'false':
            return false
        case 'members':
            console.log(Object.keys(event), event.uuid, event.team_id, event.distinct_id, event.sent_at)
            return { url: 'https://example.com/members', body: '' }
        case 'changed':
            event.properties.n++
            return { url: `https://example.com/${event.properties.n}`, body: 'x' }
    }
}
