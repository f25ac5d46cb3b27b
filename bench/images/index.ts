// What `npm run bench -- images` measures, in this order. One file per part, named like it.
import type { Part } from '../part'
import { browser } from './browser'
import { codes } from './codes'
import { cost } from './cost'
import { distance } from './distance'
import { distinct } from './distinct'
import { hostile } from './hostile'
import { posterCost } from './poster-cost'
import { quality } from './quality'
import { server } from './server'

/** Times first, while nothing else has filled the memory. */
export const imagesParts: readonly Part[] = [
  cost,
  server,
  posterCost,
  browser,
  hostile,
  quality,
  codes,
  distinct,
  distance,
]
