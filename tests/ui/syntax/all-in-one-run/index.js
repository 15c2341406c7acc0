import { RetryError, Retry } from '@posthog/plugin-scaffold'
import pg from 'pg'

class Client {
    #socket
    static open = (url) => new Client(url)
}

const pattern = /^(\$/

const limits = {
    get count() {
        return 10n
    },
    async *keys() {
        yield pattern
    },
}

export async function setupPlugin({ config, global }) {
    global.client = Client.open(config.url)
    global.rows = await pg.query`select 1`
    if (limits.count > arguments.length) {
        throw new Retry('too few')
    }
}

export function processEvent(event) {
    'use strict'
    for (const key of Object.kyes(event.properties)) {
        if (pattern.test(key)) {
            delete event.properties[key]
        }
    }
    return evnet
}
