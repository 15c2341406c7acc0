type Loud = string

export function shout(text: string): Loud {
    return text.toUpperCase() as Loud
}
