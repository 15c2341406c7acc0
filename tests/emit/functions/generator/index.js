/** The words of a text, without those that are listed. */
function* words(text, skipped = []) {
    for (const word of text.split(' ')) {
        if (!skipped.includes(word)) {
            yield word
        }
    }
}

function* numbered(items) {
    let number = 1
    for (const item of items) {
        try {
            const reset = yield `${number}. ${item}`
            number = reset ?? number + 1
        } finally {
            console.log(item)
        }
    }
    return number
}

function* all(lists) {
    for (const list of lists) yield* list
}

export function processEvent(event) {
    for (const line of numbered(words(event.event, ['a']))) {
        if (line.length > 10) break
        event.properties[line] = true
    }
    const [first, second = 'none'] = all(event.properties.lists)
    event.properties.first = [first, second]
    return event
}
