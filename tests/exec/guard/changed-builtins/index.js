// Compiled code takes for granted the builtins that it calls directly: who changes one of those by a way that the compiler does not see ends the turn.
const ends = {
    computed: (prototypes, key) => {
        prototypes.array[key] = () => 'mine'
    },
    inherited: (prototypes) => {
        prototypes.array['hasOwn' + 'Property'] = () => 'mine'
    },
    namespace: () => {
        const math = Math
        math['ma' + 'x'] = () => 'mine'
    },
    statics: () => {
        const object = Object
        object['key' + 's'] = () => 'mine'
    },
    defined: (prototypes, key) => Object.defineProperty(prototypes.array, key, { value: () => 'mine' }),
    assigned: (prototypes) => Object.assign(prototypes.array, { map: () => 'mine' }),
    getter: (prototypes) => Object.defineProperty(prototypes.map, 'size', { get: () => 'mine' }),
    deleted: (prototypes, key) => delete prototypes.array[key],
    json: (prototypes) => Object.assign(prototypes.object, { toJSON: () => 'mine' }),
    combined: () => Object.assign(Promise, { resolve: () => 'mine' }),
    // These change nothing that anybody relies on.
    same: (prototypes, key) => {
        prototypes.array[key] = prototypes.array[key]
        return [1].map((x) => x + 1)
    },
    added: (prototypes, key) => {
        prototypes.array[key + 'Two'] = () => 'new'
        const result = [1][key + 'Two']()
        delete prototypes.array[key + 'Two']
        return result
    },
}

export function processEvent(event) {
    const prototypes = { array: Array.prototype, object: Object.prototype, string: String.prototype, map: Map.prototype }
    try {
        event.properties.result = ends[event.event](prototypes, event.properties.key)
    } catch (error) {
        event.properties.caught = String(error)
    }
    event.properties.uses = [Math.max(1, 2), Object.keys({ a: 1 }), new Map([[1, 2]]).size, [1].hasOwnProperty(0)]
    return event
}
