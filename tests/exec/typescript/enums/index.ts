import { check } from './show'

enum Direction {
    Up,
    Down,
    Left = 10,
    Right,
}
enum Level {
    Low = 'low',
    High = 'high',
}
enum Mixed {
    No = 0,
    Yes = 'yes',
    Computed = 'abc'.length,
    Shifted = 1 << 4,
    Reference = Direction.Right,
    Same = No,
    Negative = -5,
    'quoted key' = 7,
}
const enum Constant {
    A = 1,
    B = A * 2,
    C = 'c',
}
export enum Exported {
    One = 1,
}

const labels: Record<Level, string> = {
    [Level.Low]: 'is low',
    [Level.High]: 'is high',
}

export function processEvent(event: any) {
    check('Direction', () => Direction)
    check('forwards and back', () => [Direction.Left, Direction[10], Direction['Up'], Direction[Direction.Down], (Direction as any)[99]])
    check('Level', () => Level)
    check('Object.values', () => Object.values(Level))
    check('Object.keys of numbers', () => Object.keys(Direction))
    check('Mixed', () => Mixed)
    check('Constant', () => [Constant.A, Constant.B, Constant.C])
    check('Exported', () => Exported)
    check('labels', () => labels[event.properties.level as Level])
    check('in a switch', () => {
        switch (event.properties.level) {
            case Level.Low:
                return 1
            case Level.High:
                return 2
        }
    })
    check('compared', () => [event.properties.level === Level.High, event.properties.direction === Direction.Down])
    check('typeof', () => [typeof Direction, typeof Direction.Up, typeof Level.Low])
    check('in', () => 'Up' in Direction)
    return event
}
