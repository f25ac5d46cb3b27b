// A rep leaves: HQ says who follows, customers are told and asked.
import * as z from 'zod'
import { PURPOSES } from '../domain/consent'
import { HANDOVER_STATES } from '../domain/handover'
import { action } from './action'
import { instant, memberId } from './parts'

/** repId: who left · needsConsent: who follows works for another firm, which only a new consent may let know. */
export const shownHandover = z.strictObject({
  repId: z.string(),
  fromName: z.string(),
  toName: z.string(),
  storeName: z.string(),
  company: z.string(),
  brand: z.string(),
  franchise: z.boolean(),
  needsConsent: z.boolean(),
})
export type ShownHandover = z.output<typeof shownHandover>

/**
 * yes: what she agreed to passes to who follows; where that needs a new consent, policyVersion and purposes are what she
 * agrees to now · no: her consent to who left ends, and what rests on it goes.
 */
export const answerHandover = action(
  'person',
  z.strictObject({
    repId: memberId,
    answer: z.enum(['yes', 'no']),
    policyVersion: z.string().max(20),
    purposes: z
      .array(z.enum(PURPOSES))
      .refine((them) => them.includes('reading') && new Set(them).size === them.length, { error: 'bad-request' }),
  }),
  z.strictObject({ passed: z.boolean() }),
)

/** How many: one or two would point at someone. */
const few = z.union([z.int(), z.literal('few')])

/** Of so many contacts that she had written down, so many are still to pass; customers told, agreed, declined. */
export const progress = z.strictObject({
  toId: z.string(),
  toName: z.string(),
  state: z.enum(HANDOVER_STATES),
  beganAt: instant,
  contacts: z.int(),
  left: z.int(),
  told: few,
  agreed: few,
  declined: few,
  mayCancel: z.boolean(),
})
export type HandoverProgress = z.output<typeof progress>

/** The same again goes on where it stood. */
export const beginHandover = action('desk', z.strictObject({ fromId: memberId, toId: memberId }), progress)

/** Only while nothing has passed. */
export const cancelHandover = action(
  'desk',
  z.strictObject({ fromId: memberId }),
  z.strictObject({ cancelled: z.boolean() }),
)
