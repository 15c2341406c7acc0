delete Array.prototype.map
Array.prototype[0] = 1
Array.prototype.filter = () => []
Object.prototype.toJSON = () => 1
console.log = () => {}

export function processEvent(event) {
    event.properties.list = [' a '].map((text) => text.trim())
    return event
}
