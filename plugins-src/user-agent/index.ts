import type { PluginEvent } from '@posthog/plugin-scaffold'

/** Browsers by what their user agents have in common. The first that fits counts: Edge says that it is Chrome, and Chrome that it is Safari. */
const browsers: [string, RegExp][] = [
    ['bot', /(?:bot|crawler|spider)\b/i],
    ['edge', /Edg(?:e|A|iOS)?\/([\d.]+)/],
    ['opera', /(?:Opera|OPR)\/([\d.]+)/],
    ['samsung', /SamsungBrowser\/([\d.]+)/],
    ['firefox', /(?:Firefox|FxiOS)\/([\d.]+)/],
    ['chrome', /(?:Chrome|CriOS)\/([\d.]+)/],
    ['safari', /Version\/([\d.]+).*Safari/],
    ['ie', /(?:MSIE |Trident\/.*rv:)([\d.]+)/],
]

const systems: [string, RegExp][] = [
    ['iOS', /iP(?:hone|ad|od)/],
    ['Android', /Android/],
    ['Windows', /Windows (?:NT|Phone)/],
    ['Mac OS', /Mac OS X|Macintosh/],
    ['Linux', /Linux|X11/],
]

const names = ['$useragent', '$user-agent', '$user_agent']

function device(agent: string): string {
    if (/iPad|Tablet|Android(?!.*Mobile)/.test(agent)) {
        return 'Tablet'
    }
    return /Mobi|iPhone|iPod/.test(agent) ? 'Mobile' : 'Desktop'
}

export function setupPlugin({ config, global }) {
    global.overrides = config.overrideUserAgentDetails === 'true'
    global.debugs = config.debugMode === 'true'
    global.names = config.enableSegmentAnalyticsJs === 'true' ? [...names, 'segment_userAgent'] : names
}

export function processEvent(event: PluginEvent, { global }): PluginEvent {
    const { properties } = event
    const given = global.names.filter((name) => properties && name in properties)
    if (!properties || given.length === 0) {
        return event
    }
    const agent = `${properties[given[0]] ?? ''}`
    for (const name of given) {
        delete properties[name]
    }
    const [browser, pattern] = browsers.find(([, pattern]) => pattern.test(agent)) ?? ['unknown', /^/]
    const system = systems.find(([, pattern]) => pattern.test(agent))
    const details = {
        $browser: browser,
        $browser_version: pattern.exec(agent)?.[1] ?? null,
        $browser_type: browser === 'bot' ? 'bot' : 'browser',
        $os: system ? system[0] : 'Other',
        $device_type: device(agent),
    }
    if (global.debugs) {
        console.log(agent, details)
    }
    for (const [name, value] of Object.entries(details)) {
        if (global.overrides || !properties[name]) {
            properties[name] = value
        }
    }
    return event
}
