import { check } from './show'

// Patterns from the event: nothing is known of them when the plugin is compiled.
export function processEvent(event) {
    for (const [source, flags, ...texts] of event.properties.patterns) {
        check(`/${source}/${flags}`, () => {
            const pattern = new RegExp(source, flags)
            return texts.map((text) => [pattern.test(text), text.match(pattern), text.replace(pattern, '<$&>')])
        })
    }
    return event
}
