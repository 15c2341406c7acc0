const base = { greet: () => 'hello' }
const loud = {
    __proto__: base,
    greet() {
        return super.greet() + '!'
    },
}

export function processEvent(event) {
    event.properties.greeting = loud.greet()
    return event
}
