export const onEvent = (event) => console.log('on', event.properties.greeting)
