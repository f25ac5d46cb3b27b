// What `npm run bench -- soak [--minutes 120]` runs: one long day of everybody, see soak.ts.
import type { Part } from '../part'
import { soak } from './soak'

export const soakParts: readonly Part[] = [soak]
