// What `npm run bench -- images` measures, in this order. One file per part, named like it.
import type { Part } from '../part'
import { codes } from './codes'
import { cost } from './cost'
import { distance } from './distance'
import { distinct } from './distinct'
import { quality } from './quality'

/** cost first, while nothing else has filled the memory. */
export const imagesParts: readonly Part[] = [cost, quality, codes, distinct, distance]
