export function processEvent(event) {
    switch (event.event) {
        case 'changed':
            event.team_id = 99
            return event
        case 'copy':
            return { ...event, team_id: 'other' }
        case 'empty':
            return {}
        case 'deleted':
            delete event.team_id
            return event
        case 'text':
            event.team_id = '2'
            return event
        case 'list':
            return [1, 2]
        case 'changed and thrown':
            event.team_id = 99
            throw new Error('afterwards')
        case 'frozen':
            return Object.freeze({ event: 'frozen', team_id: 3 })
        case 'sealed':
            return Object.seal({ event: 'sealed' })
    }
    return event
}
