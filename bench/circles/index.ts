// What `npm run bench -- circles` measures: everybody's circles, kept up to date.
import type { Part } from '../part'
import { keep } from './keep'

export const circlesParts: readonly Part[] = [keep]
