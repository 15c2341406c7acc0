export async function processEvent(event, { storage }) {
    console.log('slow: start')
    await storage.get('x')
    console.log('slow: after one await')
    await storage.set('x', 1)
    console.log('slow: end')
    return event
}
