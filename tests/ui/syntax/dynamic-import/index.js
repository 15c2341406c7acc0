export async function processEvent(event) {
    const { rename } = await import('./rename')
    return rename(event)
}
