// What Node has and Prickle has not is met under a name that the compiler cannot know. It must not look absent.
const classes = { Buffer, Error, RegExp, Symbol, URL }

export function processEvent(event) {
    const { owner, member, write } = event.properties
    const holder = classes[owner]
    if (event.properties.change) {
        // What the program has changed must not pass for what is missing.
        URL[event.properties.change] = true
    }
    if (write) {
        holder[member] = 1
    }
    event.properties.found = typeof holder[member]
    return event
}
