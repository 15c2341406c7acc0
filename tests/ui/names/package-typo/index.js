import { RetryError } from '@posthog/plugin-scafold'

export function setupPlugin() {
    throw new RetryError('later')
}
