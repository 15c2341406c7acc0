import { Plugin, PluginEvent, RetryError as Unused } from '@posthog/plugin-scaffold'
import type { Everything } from 'a-package-that-does-not-exist'
import { OnlyAType } from 'another-package'
import neverUsed from 'left-pad'
import { helper, type Shape } from './helper'

const shape: Shape = { sides: helper(3) }
let everything: Everything | OnlyAType

export const processEvent: Plugin['processEvent'] = (event: PluginEvent) => {
    event.properties = { ...event.properties, ...shape }
    return event
}
