// What `npm run bench -- variants` measures, in this order. One file per part, named like it.
import type { Part } from '../part'
import { ablation } from './ablation'
import { coverage } from './coverage'
import { deal } from './deal'
import { fluency } from './fluency'
import { guard } from './guard'
import { short } from './short'
import { speed } from './speed'

export const variantsParts: readonly Part[] = [coverage, short, speed, guard, fluency, ablation, deal]
