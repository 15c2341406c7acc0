// Elements of Array.prototype and Object.prototype show where an array has holes.
import { check } from './show'

const holey = () => [0, , 2]

const uses = {
    read: () => [holey()[1], 1 in holey(), Object.keys(holey())],
    calls: () => {
        const seen = []
        holey().forEach((value, index) => seen.push([value, index]))
        return [seen, holey().map((x) => x), holey().filter(() => true), holey().reduce((all, x) => all + x), holey().find((x) => x === 7)]
    },
    searches: () => [holey().indexOf(7), holey().lastIndexOf(7), holey().includes(7), holey().at(1)],
    copies: () => [holey().slice(0, 2), holey().concat([3, , 4]), holey().flat(), [...holey()], Array.from(holey()), holey().with(0, 5)],
    changes: () => {
        const [a, b, c, d] = [holey(), holey(), holey(), holey()]
        return [a.reverse(), [b.shift(), b], [c.splice(1, 1), c], d.sort(), [0, ,].pop(), [9, ,].unshift(8)]
    },
    texts: () => [holey().join(), String(holey()), JSON.stringify(holey()), JSON.stringify({ list: holey() })],
    others: () => {
        const keys = []
        for (const key in holey()) keys.push(key)
        const [, second] = holey()
        return [keys, second, Math.max(...holey()), [...new Set(holey())], new Uint8Array(holey()).join()]
    },
    writes: () => {
        const list = [1]
        list[1] = 5
        list.push(6)
        return list
    },
}

export function processEvent() {
    for (const [where, prototype] of [['Array', Array.prototype], ['Object', Object.prototype]]) {
        for (const [name, use] of Object.entries(uses)) {
            for (const descriptor of [{ value: 7, writable: true }, { get: () => 7 }]) {
                check(`${where} ${name} ${Object.keys(descriptor)}`, () => {
                    Object.defineProperty(prototype, '1', { ...descriptor, configurable: true, enumerable: true })
                    try {
                        return use()
                    } finally {
                        delete prototype[1]
                    }
                })
            }
        }
    }
    check('gone', () => [holey(), holey()[1], holey().map((x) => x)])
}
