export function processEvent(event, { config }) {
    'use strict'
    config.seen = true
    return event
}
