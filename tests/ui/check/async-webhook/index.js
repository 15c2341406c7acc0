export async function composeWebhook(event) {
    return { url: 'https://example.com', body: event.event }
}
