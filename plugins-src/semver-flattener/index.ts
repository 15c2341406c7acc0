import { Meta, PluginEvent } from '@posthog/plugin-scaffold'

interface VersionParts {
    major: number
    minor?: number
    patch?: number
    preRelease?: string
    build?: string
}

type SemverMeta = Meta & { config: { properties: string } }

/** Splits `text` at the first `separator`; the second part is undefined where there is none. */
const splitOnce = (text: string, separator: string): [string, string | undefined] => {
    const at = text.indexOf(separator)
    return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)]
}

function parseVersion(version: string): VersionParts {
    const [withoutBuild, build] = splitOnce(version, '+')
    const [core, preRelease] = splitOnce(withoutBuild, '-')
    const [major, minor, ...rest] = core.split('.')
    return {
        major: Number(major),
        minor: minor !== undefined ? Number(minor) : undefined,
        patch: rest.length > 0 ? Number(rest[0]) : undefined,
        preRelease,
        build,
    }
}

export function processEvent(event: PluginEvent, { config }: SemverMeta): PluginEvent | undefined {
    // Without properties there is nothing to keep: the event is dropped.
    if (!event.properties) return

    for (const target of config.properties.split(',').map((s) => s.trim())) {
        const version = event.properties[target] as unknown
        if (!version) {
            continue
        }
        const { major, minor, patch, preRelease, build } = parseVersion(String(version))
        event.properties[`${target}__major`] = major
        if (minor !== undefined) event.properties[`${target}__minor`] = minor
        if (patch !== undefined) event.properties[`${target}__patch`] = patch
        if (preRelease) event.properties[target + '__preRelease'] = preRelease!
        if (build) event.properties[target + '__build'] = build
    }
    return event
}
