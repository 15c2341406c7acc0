export const setupPlugin = () => console.log('one: setup')
export const processEvent = (event) => (console.log('one: process'), event)
export const onEvent = () => console.log('one: on')
export const composeWebhook = () => {
    console.log('one: webhook')
}
export const teardownPlugin = () => console.log('one: teardown')
