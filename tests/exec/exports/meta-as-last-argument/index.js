export function setupPlugin(...args) {
    console.log('setup', args.length, typeof args[0].config)
}
export function processEvent(...args) {
    console.log('process', args.length, args[0].event, typeof args[1].config)
    return args[0]
}
export function onEvent(event, meta, third) {
    console.log('on', typeof meta, typeof third)
}
