export function processEvent(event) {
    console.log('quick')
    return event
}

export async function onEvent(event, { storage }) {
    console.log('on: start')
    await storage.get('y')
    console.log('on: end')
}
