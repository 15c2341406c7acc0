import { run } from 'uses'

// What Prickle does not have ends the turn: the program cannot catch it.
export function processEvent(event) {
    try {
        event.properties.result = run(event.event)
    } catch (error) {
        event.properties.caught = String(error)
    }
    return event
}
