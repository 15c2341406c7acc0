export const processEvent = null
export const onEvent = undefined
export const setupPlugin = false

module.exports = {
    processEvent(event) {
        event.properties.from = 'the next destination'
        return event
    },
}
