export default makePlugin()

function makePlugin() {
    return { processEvent: (event) => event }
}
