// 我的成长: how far a rep has come, each step with the stored facts it stands on. Hers alone; nobody is compared.
import * as z from 'zod'
import { LADDER_FACTS, LADDER_STEPS } from '../domain/ladder'
import { action } from './action'
import { nothing } from './parts'

const fact = z.enum(LADDER_FACTS)
/** what: a title or question; '' where only the day is kept. */
const evidence = z.strictObject({ of: fact, at: z.number(), what: z.string() })
const rung = z.strictObject({
  step: z.enum(LADDER_STEPS),
  state: z.enum(['reached', 'next', 'ahead']),
  of: z.array(fact),
  need: z.strictObject({ count: z.int(), kinds: z.int() }),
  found: z.strictObject({ count: z.int(), kinds: z.int() }),
  because: z.array(evidence), // the latest first, as many as a screen holds
})
export type ShownRung = z.output<typeof rung>

/** next: one thing she could do; null once all three steps are reached. */
export const seeLadder = action(
  'rep',
  nothing,
  z.strictObject({
    asOf: z.number(),
    step: z.enum(LADDER_STEPS).nullable(),
    rungs: z.array(rung),
    next: fact.nullable(),
  }),
)
export type SeenLadder = z.output<typeof seeLadder.output>
