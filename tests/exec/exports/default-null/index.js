// typeof null is 'object', and enumerating its keys fails: the plugin does not load.
export default null

function processEvent(event) {
    event.properties.never = true
    return event
}
