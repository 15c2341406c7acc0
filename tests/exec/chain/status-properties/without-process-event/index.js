export function onEvent(event) {
    console.log(event.properties.$plugins_succeeded, event.properties.$plugins_failed)
}
