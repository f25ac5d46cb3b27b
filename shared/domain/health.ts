// How strong is each force, and where does the chain from link to income hold? Nine numbers from one row of counts.
import { FORCES, LOOP } from './work'
import { numberOf, type PartCounts, type WorkNumber } from './work-number'

export const healthOf = (counts: PartCounts): { forces: WorkNumber[]; loop: WorkNumber[] } => ({
  forces: FORCES.map((formula) => numberOf(formula, counts)),
  loop: LOOP.map((formula) => numberOf(formula, counts)),
})
