import { check } from './show'

interface Shape {
    readonly kind: string
    area?(): number
}
type Pair<A, B = A> = [A, B]
type Handler = (event: PluginEvent, ...rest: unknown[]) => void
declare const neverDefined: string
declare function alsoNever(): void
declare module 'something' {
    export const x: number
}
type PluginEvent = { event: string; properties?: Record<string, any>; [key: string]: unknown }
function overloaded(x: string): string
function overloaded(x: number): number
function overloaded(x: any): any {
    return typeof x === 'string' ? x + '!' : x + 1
}
function generic<T extends object, K extends keyof T = keyof T>(object: T, key: K): T[K] {
    return object[key]
}
const arrow = <T,>(x: T): T => x
const withThis = function (this: void, x: number): number {
    return x
}
function isShape(value: unknown): value is Shape {
    return typeof value === 'object' && value !== null && 'kind' in value
}
function assertText(value: unknown): asserts value is string {
    if (typeof value !== 'string') throw new TypeError('no text')
}
const tuple: Pair<number> = [1, 2]
const settings = { mode: 'fast', level: 3 } as const
const checked = { a: 1 } satisfies Record<string, number>
let definite!: string
const optional = (a?: number, b: number = 2, ...c: string[]): string => `${a} ${b} ${c}`

export function processEvent(event: PluginEvent): PluginEvent {
    check('overloaded', () => [overloaded('a'), overloaded(1)])
    check('generic', () => generic({ k: 'v' }, 'k'))
    check('generic call', () => arrow<number>(5))
    check('as', () => (event.event as unknown as number) + 1)
    check('angle brackets', () => (<any>event).team_id)
    check('non-null', () => event.properties!.a!.b!)
    check('non-null of nothing', () => event.missing!.x)
    check('optional call on a cast', () => (event as any).method?.())
    check('predicate', () => [isShape({ kind: 'x' }), isShape(5)])
    check('assertion', () => assertText(5))
    check('tuple', () => tuple)
    check('as const', () => settings)
    check('satisfies', () => checked)
    check('definite', () => definite)
    check('optional', () => optional() + optional(1, undefined, 'x', 'y'))
    check('withThis', () => withThis(3))
    check('typeof a declared name', () => typeof neverDefined)
    check('types do not convert', () => {
        const n: number = event.properties!.text as number
        return n + 1
    })
    check('catch with a type', () => {
        try {
            throw new Error('typed')
        } catch (error: unknown) {
            return (error as Error).message
        }
    })
    check('for with types', () => {
        const out: string[] = []
        for (const [key, value] of Object.entries(event.properties!) as [string, any][]) out.push(key)
        for (let i: number = 0; i < 1; i++) out.push(String(i))
        return out
    })
    check('destructuring with types', () => {
        const { a, ...rest }: { a?: any; [k: string]: any } = event.properties!
        const [x, y = 5]: Pair<number> = [1] as any
        return [a, rest, x, y]
    })
    return event
}
