// Routes are written as in React Router: `/users/:id/edit`, `/files/*`. What stands at `:id` becomes `:id`, what stands at `*` becomes `*`.

import type { PluginEvent } from '@posthog/plugin-scaffold'

export function setupPlugin({ config, global }: any): void {
    let routes
    try {
        routes = JSON.parse(config.routes)
    } catch (error) {
        throw new Error(`The routes are not JSON: ${(error as Error).message}`)
    }
    if (!Array.isArray(routes) || routes.some((route) => typeof route !== 'string')) {
        throw new Error('The routes must be a list of texts')
    }
    // Routes with fewer parameters first: /users/new before /users/:id.
    const parameters = (route: string) => segments(route).filter((segment) => segment.startsWith(':') || segment === '*').length
    global.routes = [...routes].sort((a, b) => parameters(a) - parameters(b)).map(segments)
    global.names = (list: string) => (list || '').split(',').map((name) => name.trim())
}

function segments(path: string): string[] {
    return path.split('/').filter((segment) => segment !== '')
}

/** The path in the words of a route; undefined where it does not fit. */
function censored(path: string[], route: string[]): string | undefined {
    const kept: string[] = []
    for (const [index, segment] of route.entries()) {
        if (segment === '*') {
            return `/${[...kept, '*'].join('/')}`
        }
        if (index >= path.length || (!segment.startsWith(':') && segment.toLowerCase() !== path[index].toLowerCase())) {
            return undefined
        }
        kept.push(segment.startsWith(':') ? segment : path[index])
    }
    return kept.length === path.length ? `/${kept.join('/')}` : undefined
}

function censor(value: any, routes: string[][]): any {
    if (typeof value !== 'string') {
        return value
    }
    const isPath = value.startsWith('/')
    let url: URL
    try {
        url = new URL(value, isPath ? 'http://localhost' : undefined)
    } catch {
        return value
    }
    const path = segments(url.pathname)
    for (const route of routes) {
        const result = censored(path, route)
        if (result !== undefined) {
            return isPath ? result : `${url.origin}${result}`
        }
    }
    return value
}

export function processEvent(event: PluginEvent, { config, global }: any): PluginEvent {
    const censorIn = (holder: any, list: string) => {
        for (const name of global.names(list)) {
            if (holder && name in holder) {
                holder[name] = censor(holder[name], global.routes)
            }
        }
    }
    censorIn(event.properties, config.properties)
    censorIn(event.properties?.$set, config.set_properties)
    censorIn(event.properties?.$set_once, config.set_once_properties)
    return event
}
