import { shout } from 'shared/text'
export const apply = (text: string, suffix: string) => shout(text) + suffix
