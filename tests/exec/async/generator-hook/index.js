// A hook that is a generator does nothing: the host does not call `next`.
export async function* processEvent(event) {
    console.log('never')
    yield event
}

export function* onEvent() {
    console.log('never')
}
