export const Banner = () => <b>hello</b>

export function processEvent(event) {
    return event
}
