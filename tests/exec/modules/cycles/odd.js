import { isEven, late } from './even'

export const isOdd = (n) => (n === 0 ? false : isEven(n - 1))
export const seen = []

// Functions are there already, constants are not.
seen.push(typeof isEven, isEven(0))
try {
    seen.push(late)
} catch (error) {
    seen.push(String(error))
}
