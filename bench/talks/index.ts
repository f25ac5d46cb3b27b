// What `npm run bench -- talks` measures, in this order. One file per part, named like it.
import type { Part } from '../part'
import { ablation } from './ablation'
import { cost } from './cost'
import { list } from './list'
import { morning } from './morning'
import { sensitivity } from './sensitivity'
import { world } from './world'

export const talksParts: readonly Part[] = [cost, world, ablation, sensitivity, list, morning]
