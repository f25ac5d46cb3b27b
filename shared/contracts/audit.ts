// The log of what was done at the desk, and whether anybody has touched it.
import * as z from 'zod'
import { AUDIT_ACTS } from '../domain/audit'
import { action } from './action'
import { memberId } from './parts'

const text = (max: number) => z.string().max(max)
const fact = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** Newest first. of: all that was done with one thing, 'post.<id>'. A manager is shown what she did herself. */
export const listAudits = action(
  'desk',
  z.strictObject({
    of: text(100).optional(),
    act: z.enum(AUDIT_ACTS).optional(),
    by: memberId.optional(),
    before: text(200).optional(),
  }),
  z.strictObject({
    entries: z.array(
      z.strictObject({
        id: z.string(), // its number, twelve digits
        act: z.enum(AUDIT_ACTS),
        byId: z.string().nullable(),
        byName: z.string(),
        of: z.string(),
        facts: z.record(z.string(), fact),
        at: z.number(),
      }),
    ),
    next: z.string().nullable(),
  }),
)
export type ShownAudit = z.output<typeof listAudits.output>['entries'][number]

const mark = z.strictObject({ after: text(200), n: z.int().min(0).max(999_999_999_999), seal: text(100).nullable() })

const fault = z.discriminatedUnion('fault', [
  z.strictObject({ fault: z.literal('edited'), id: z.string() }),
  z.strictObject({ fault: z.literal('inserted'), id: z.string() }),
  z.strictObject({ fault: z.literal('unlinked'), id: z.string() }),
  z.strictObject({ fault: z.literal('removed'), from: z.int(), to: z.int() }),
  z.strictObject({ fault: z.literal('head-edited') }),
  z.strictObject({ fault: z.literal('head-missing') }),
])

/**
 * One portion; asked again from its `mark` until that is null. n: entries so far. last: the seal of the last one. span: the
 * entries of this portion. signedBefore, in the last portion: something was signed then that the log knows nothing of.
 */
export const verifyAudits = action(
  'editor',
  z.strictObject({ from: mark.optional() }),
  z.strictObject({
    faults: z.array(fault),
    mark: mark.nullable(),
    n: z.int(),
    last: z.string().nullable(),
    span: z.strictObject({ from: z.int(), to: z.int(), fromAt: z.number(), toAt: z.number() }).nullable(),
    signedBefore: z.number().nullable(),
  }),
)
export type Verified = z.output<typeof verifyAudits.output>
