import type { PropertyRule, TypeName } from './types'

type Check = (value: any) => boolean

const checks: { [name in TypeName]: Check } = {
    string: (value) => typeof value === 'string',
    number: (value) => typeof value === 'number',
    integer: Number.isInteger,
    boolean: (value) => typeof value === 'boolean',
    array: Array.isArray,
    object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    any: () => true,
}

export function normalize(rule: TypeName | PropertyRule): PropertyRule {
    return typeof rule === 'string' ? { type: rule } : rule
}

/** What is wrong with `value`, or undefined. */
export function problemOf(value: unknown, { type, required = false, oneOf, minimum = -Infinity, maximum = Infinity, prefix }: PropertyRule): string | undefined {
    if (value === undefined || value === null) {
        return required ? 'is missing' : undefined
    }
    const check = checks[type]
    if (!check) {
        throw new TypeError(`unknown type "${type}"`)
    }
    if (!check(value)) {
        return `should be of type ${type}, but is ${Array.isArray(value) ? 'array' : typeof value}`
    }
    if (oneOf && !oneOf.includes(value)) {
        return `should be one of ${oneOf.join(', ')}`
    }
    if ((value as number) < minimum || (value as number) > maximum) {
        return `should be between ${minimum} and ${maximum}`
    }
    if (prefix && !(value as string).startsWith(prefix)) {
        return `should start with ${JSON.stringify(prefix)}`
    }
    return undefined
}
