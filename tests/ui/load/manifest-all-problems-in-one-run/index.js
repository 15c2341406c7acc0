import { rules } from './nowhere'

export const x = rules
