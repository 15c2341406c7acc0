export function processEvent(event) {
    const bytes = Buffer.alloc(8)
    event.properties.big = bytes.readBigInt64LE(0)
    event.properties.parent = bytes.parent
    event.properties.copy = Buffer.copyBytesFrom(new Uint8Array(2))
    event.properties.blob = URL.createObjectURL(event)
    bytes.readUInt9(0)
    return event
}
