// How far has she come, what does it stand on, and what could she do next? What she was shown is not lost by pausing.
import { type ClimbedRung, climb, remember } from '@shared/domain/ladder'
import { now } from '../_kit/clock'
import { findLadder, keepLadder } from '../_kit/data/ladders'
import { loadLadderFacts } from '../_kit/ladder-facts'
import type { Handler } from '../_kit/serve'

/** As many as a screen holds. */
const SHOWN = 20

const showRung = ({ step, state, of, count, kinds, found, because }: ClimbedRung) => ({
  ...{ step, state, of: [...of], need: { count, kinds }, found },
  because: because.slice(0, SHOWN).map((one) => ({ of: one.of, at: one.at, what: one.what })),
})

export const seeLadder: Handler<'rep', 'ladder.see'> = async (_, { caller: { member } }) => {
  const at = now()
  const [stored, found] = await Promise.all([findLadder(member._id), loadLadderFacts(member._id, at)])
  const { facts, kept } = remember(stored.kept, found, at)
  if (JSON.stringify(kept) !== JSON.stringify(stored.kept)) await keepLadder(stored, kept)
  const { step, rungs, next } = climb(facts)
  return { asOf: at, step, rungs: rungs.map(showRung), next }
}
