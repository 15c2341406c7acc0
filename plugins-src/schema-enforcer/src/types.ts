export type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'any'

export interface PropertyRule {
    type: TypeName
    required?: boolean
    oneOf?: unknown[]
    minimum?: number
    maximum?: number
    prefix?: string
}

export type EventSchema = Record<string, TypeName | PropertyRule>
export type Schema = { [event: string]: EventSchema }

export interface Violation {
    property: string
    problem: string
}
