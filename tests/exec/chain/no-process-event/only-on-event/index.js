export function onEvent(event) {
    console.log(Object.keys(event.properties))
}
