import { check } from './show'

type Name = string

function cast(value: unknown): Name {
    return (value as Name).toUpperCase()
}

export function processEvent(event: any) {
    check('JavaScript is read as TypeScript', () => cast(event.event))
    check('comparison that looks like a generic', () => {
        const a = 1, b = 2, c = 3
        return [a < b, b > (c)]
    })
    return event
}
