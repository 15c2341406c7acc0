// The default export is no object, and it hides the global functions: this plugin has no hooks.
export default function processEvent(event) {
    event.properties.never = true
    return event
}
