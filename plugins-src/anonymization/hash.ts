import { createHash } from 'crypto'

/** The same value gives the same digits, and nobody without the salt can tell which value it was. */
export function anonymous(value: string, salt: string): string {
    return createHash('sha256').update(value + salt).digest('hex')
}
