// A const of a script is no property of the global object: this plugin has no hooks.
const processEvent = (event) => {
    event.properties.never = true
    return event
}
