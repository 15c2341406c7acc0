import { check } from './show'

interface Named { name: string }

abstract class Shape implements Named {
    static registry: Record<string, number> = {}
    declared?: number
    protected readonly sides: number = 0
    tags: string[] = ['shape'];
    [key: string]: any

    constructor(public readonly name: string, protected scale = 1) {
        Shape.registry[name] = (Shape.registry[name] ?? 0) + 1
    }

    abstract area(): number
    describe(): string
    describe(prefix?: string): string {
        return `${prefix ?? ''}${this.name}:${this.area()}`
    }
    private get secret(): string { return 'secret ' + this.name }
    reveal(this: Shape): string { return this.secret }
}

class Square extends Shape {
    override sides = 4
    side!: number
    constructor(private side_: number, scale?: number) {
        super('square', scale)
        this.side = side_
    }
    area(): number { return (this.side * this.scale) ** 2 }
}

class Box<T extends object> {
    private items = new Map<string, T>()
    static of<U extends object>(...pairs: [string, U][]): Box<U> {
        const box = new Box<U>()
        for (const [key, item] of pairs) { box.items.set(key, item) }
        return box
    }
    get<K extends keyof T>(key: string, property: K): T[K] | undefined { return this.items.get(key)?.[property] }
}

enum Color { Red, Green }
class Painted extends Square {
    static readonly default = Color.Green
    constructor(side: number, public color: Color = Painted.default) { super(side) }
}

class Uninitialised { a; b = 2; static c; static d = 4 }

export function processEvent(event: any) {
    const p = event.properties
    check('square', () => { const s = new Square(p.three, 2); return [s, s.area(), s.describe(), s.describe('a '), s.reveal(), Object.keys(s)] })
    check('registry', () => [Shape.registry, Object.keys(Shape)])
    check('box', () => Box.of(['a', { x: 1 }], ['b', { x: 2 }]).get('b', 'x'))
    check('painted', () => [new Painted(1).color, new Painted(1, Color.Red).color, new Painted(2) instanceof Shape])
    check('uninitialised', () => [Object.keys(new Uninitialised()), Object.keys(Uninitialised), 'a' in new Uninitialised()])
    return event
}
