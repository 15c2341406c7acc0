namespace Types {
    export interface A {
        x: number
    }
    export type B = string
}
declare namespace Host {
    const version: string
}
declare global {
    interface Window {
        never: true
    }
}
export type Both = Types.A | Types.B

export function processEvent(event: { properties: Types.A }) {
    event.properties.x += 1
    return event
}
