console.log('two: body')
export const setupPlugin = () => console.log('two: setup')
export const processEvent = (event) => (console.log('two: process'), event)
export const onEvent = () => console.log('two: on')
export const composeWebhook = () => {
    console.log('two: webhook')
}
export const teardownPlugin = () => console.log('two: teardown')
