import { apply } from 'rules'
import { shout } from '@shared/text'
import settings from 'settings'

export function processEvent(event: any) {
    event.properties.text = shout(apply(event.properties.text, settings.suffix))
    return event
}
