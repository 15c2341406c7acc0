export function composeWebhook(event) {
    return { url: 'https://example.com', body: String(event.timestamp) }
}
