Array.prototype.map = () => []
Array.prototype[0] = 1
Object.prototype.toJSON = () => 1
Math.PI = 3
delete String.prototype.trim

export function processEvent(event) {
    return event
}
