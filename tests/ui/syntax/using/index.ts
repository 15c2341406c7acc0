export function processEvent(event: any) {
    using handle = { [Symbol.dispose]() {} }
    return event
}
