// What stands at the head of a file is about the file.

import type { PluginEvent } from '@posthog/plugin-scaffold'

// How long a title may become.
const LONGEST = 20 // characters

/**
 * Cuts a text.
 *  - at the end
 * and nowhere else
 */
const cut = (text: string) => text.slice(0, LONGEST)

// Titles that were seen.
const seen = new Set<string>()

export function processEvent(event: PluginEvent): PluginEvent {
    // Without spaces.
    const title = (event.properties!.title ?? '').trim()
    // Counts itself.
    let calls = 0
    // What is kept.
    function keep(text: string) {
        calls++
        return text !== ''
    }
    // An arrow that captures.
    const remember = (text: string) => {
        // in the function
        seen.add(text + calls) // behind a statement
    }
    if (keep(title)) {
        remember(cut(title))
    } else {
        // nothing to keep
    }
    event.properties!.seen = [...seen] // at the end
    return event
    // after the end
}
