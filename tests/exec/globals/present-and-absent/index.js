export function processEvent(event) {
    console.log(typeof setTimeout, typeof setInterval, typeof process, typeof fs, typeof window, typeof document)
    console.log(typeof Object, typeof Array, typeof Map, typeof Set, typeof JSON, typeof Math, typeof Number, typeof String, typeof Boolean, typeof Error)
    console.log(typeof Buffer, typeof structuredClone, typeof console, typeof parseInt, typeof isNaN, typeof RetryError)
    console.log(typeof undefined, typeof NaN, typeof Infinity)
    console.log(typeof queueMicrotask, typeof TextEncoder, typeof atob, typeof performance, typeof XMLHttpRequest)
    if (typeof process !== 'undefined' && process.env.DEBUG) {
        console.log('never')
    }
    console.log(undefined === void 0, NaN !== NaN, Infinity === 1 / 0)
    return event
}
