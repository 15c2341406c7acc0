var twice
function twice() {}

export function processEvent(event) {
    for (let i = 0; i < 2 /* no semicolon */
    ) {
        event.properties.eight = '\8'
    }
    try {
        event.properties.nine = 'a backslash and nine: \\9'
    } catch ({ name, ...name }) {
        event.properties.name = name
    }
    return event
}
