Array.prototype.last = () => 1
Math.half = 0.5
delete String.prototype.trim

export function processEvent(event) {
    return event
}
