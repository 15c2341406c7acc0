export function processEventBatch(events) {
    switch (events[0].event) {
        case 'nothing':
            return
        case 'empty':
            return []
        case 'null':
            return [null]
        case 'not a list':
            return { 0: events[0] }
        case 'throws':
            throw new Error('the whole batch')
        case 'more':
            return [events[0], { event: 'ignored' }]
    }
    return events
}
