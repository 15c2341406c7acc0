export interface Condition {
    property: string
    type: 'string' | 'number' | 'boolean'
    operator: string
    value: string | number | boolean
}

type Test = (actual: any, wanted: any) => boolean

/** What each operator of each type asks. */
const tests: Record<string, Record<string, Test>> = {
    string: {
        is: (actual, wanted) => actual === wanted,
        is_not: (actual, wanted) => actual !== wanted,
        contains: (actual, wanted) => actual.includes(wanted),
        does_not_contain: (actual, wanted) => !actual.includes(wanted),
        regex: (actual, wanted) => new RegExp(wanted).test(actual),
        not_regex: (actual, wanted) => !new RegExp(wanted).test(actual),
    },
    number: {
        gt: (actual, wanted) => actual > wanted,
        gte: (actual, wanted) => actual >= wanted,
        lt: (actual, wanted) => actual < wanted,
        lte: (actual, wanted) => actual <= wanted,
        eq: (actual, wanted) => actual === wanted,
        neq: (actual, wanted) => actual !== wanted,
    },
    boolean: {
        is: (actual, wanted) => actual === wanted,
        is_not: (actual, wanted) => actual !== wanted,
    },
}

export function holds(condition: Condition, properties: Record<string, unknown>, whereAbsent: boolean): boolean {
    const actual = properties[condition.property]
    if (actual === undefined) {
        return whereAbsent
    }
    const test = tests[condition.type][condition.operator]
    if (!test) {
        throw new Error(`Invalid operator "${condition.operator}" for type "${condition.type}"`)
    }
    return test(actual, condition.value)
}
