function down(n) {
    return down(n + 1) + 1
}
const even = (n) => (n === 0 ? true : odd(n - 1))
const odd = (n) => (n === 0 ? false : even(n - 1))
const object = {
    toString() {
        return `${this}`
    },
    toJSON() {
        return { again: object }
    },
}
const deepen = (value) => deepen([value].map((x) => [x]))

export function processEvent(event) {
    switch (event.event) {
        case 'direct':
            return down(0)
        case 'mutual':
            return even(-1)
        case 'to string':
            return `${object}`
        case 'callback':
            return deepen(1)
        case 'caught':
            try {
                down(0)
            } catch (error) {
                event.properties.caught = [error instanceof RangeError, error.name, error.message]
            }
            return event
        case 'anonymous': {
            const again = () => again()
            return again()
        }
        case 'bounded': {
            const sum = (n) => (n === 0 ? 0 : n + sum(n - 1))
            event.properties.sum = sum(2000)
            return event
        }
    }
    return event
}
