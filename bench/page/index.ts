// What `npm run bench -- page` measures, in this order. One file per part, named like it.
import type { Part } from '../part'
import { coldStart } from './cold-start'
import { reader } from './reader'

export const pageParts: readonly Part[] = [reader, coldStart]
