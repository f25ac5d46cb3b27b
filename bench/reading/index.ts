// What `npm run bench -- reading` measures, in this order. One file per part, named like it.
import type { Part } from '../part'
import { accuracy } from './accuracy'
import { cost } from './cost'
import { cpu } from './cpu'
import { growth } from './growth'
import { order } from './order'
import { tracker } from './tracker'

export const readingParts: readonly Part[] = [accuracy, order, cost, tracker, cpu, growth]
