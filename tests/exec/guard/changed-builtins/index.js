// Compiled code takes for granted what builtin objects have: who changes it by a way that the compiler does not see ends the turn.
const ends = {
    element: (prototypes) => {
        prototypes.array[1] = 'x'
    },
    computed: (prototypes, key) => {
        prototypes.array[key] = () => 'mine'
    },
    ofStrings: (prototypes) => {
        prototypes.string['tri' + 'm'] = () => 'mine'
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
    elementDefined: (prototypes) => Reflect.defineProperty(prototypes.object, '1', { value: 'x' }),
    assigned: (prototypes) => Object.assign(prototypes.array, { filter: () => 'mine' }),
    getter: (prototypes) => Object.defineProperty(prototypes.map, 'size', { get: () => 'mine' }),
    deleted: (prototypes, key) => delete prototypes.array[key],
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
    return event
}
