export interface Shape {
    sides: number
}
export const helper = (n: number): number => n + 1
