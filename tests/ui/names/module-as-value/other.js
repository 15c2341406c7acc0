import { name } from './index'

export const other = () => name
