const count = (object) => object.#count

class Counter {
    #count = 0
}

class Old {
    declare count
}

export function processEvent(event) {
    return event
}
