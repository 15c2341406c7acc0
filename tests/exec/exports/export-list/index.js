const run = (event) => ({ ...event, form: 'list' })
function setupPlugin() {
    console.log('set up')
}

export { run as processEvent, setupPlugin }
