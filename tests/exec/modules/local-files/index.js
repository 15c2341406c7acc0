import greet, { prefix, suffix as ending } from './lib/greet'
import * as numbers from './numbers.js'
import { describe } from './describe'
import data, { list } from './data.json'

export { onEvent } from './hooks'

export function processEvent(event) {
    event.properties.greeting = greet(event.distinct_id)
    event.properties.parts = [prefix, ending]
    event.properties.sum = numbers.sum(...list)
    event.properties.numbers = [numbers.ZERO, numbers.default]
    event.properties.data = data
    event.properties.described = describe(data.nested)
    return event
}
