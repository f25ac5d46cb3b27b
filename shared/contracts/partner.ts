// Partners and what they are owed: the rep invites, the customer agrees herself, HQ decides and pays. Money in 分, always whole.
import * as z from 'zod'
import { KINDS } from '../domain/ledger'
import { CODE_LENGTH, LEFT_FOR, PARTNER_STATES, PAY_NAME_MAX } from '../domain/partner'
import { TIERS } from '../domain/partner-terms'
import { PAYOUT_STATES } from '../domain/payout'
import { DISPUTE_DECISIONS, REFERRAL_STATES, SAYS_MAX } from '../domain/referral'
import { action } from './action'
import { contactId, cursor, dealId, nothing, partnerId, payoutId, referralId } from './parts'

const count = z.union([z.int(), z.literal('few')])
const tier = z.enum(TIERS)
const says = z.string().trim().min(1).max(SAYS_MAX)
const code = z
  .string()
  .trim()
  .min(CODE_LENGTH)
  .max(CODE_LENGTH + 4)

/** setOff: what was paid for sales given back since, and comes off the next sums. */
const due = z.strictObject({ pending: z.int(), payable: z.int(), held: z.int(), paid: z.int(), setOff: z.int() })
export type ShownDue = z.output<typeof due>

const shownDispute = z.strictObject({
  by: z.enum(['partner', 'rep']),
  at: z.number(),
  says: z.string(),
  decision: z.enum(DISPUTE_DECISIONS).nullable(), // null: open
  grantFen: z.int(),
  reason: z.string(),
})
/** nextAt: when its next step may come, where the terms say. Neither who bought, nor what, nor on which day. */
const shownReferral = z.strictObject({
  referralId: z.string(),
  month: z.string(),
  state: z.enum(REFERRAL_STATES),
  fen: z.int(),
  rateBp: z.int(),
  nextAt: z.number().nullable(),
  dispute: shownDispute.nullable(),
})
export type ShownReferral = z.output<typeof shownReferral>

const tierSteps = z.strictObject({ tier, rateBp: z.int(), fromSales: z.int() })
/** As she reads them before she agrees; the words stand in the client. */
const shownTerms = z.strictObject({
  version: z.string(),
  tiers: z.array(tierSteps),
  tierDays: z.int(),
  claimDays: z.int(),
  refundDays: z.int(),
  objectionDays: z.int(),
  perSaleMaxFen: z.int(),
  perMonthMaxFen: z.int(),
  payMinFen: z.int(),
  debtMaxFen: z.int(),
})
export type ShownTerms = z.output<typeof shownTerms>

const evidence = z.strictObject({
  brought: z.strictObject({ posts: z.int(), deep: count }).nullable(),
  koc: z.strictObject({ people: count, deep: count, posts: z.int(), weeks: z.int() }).nullable(), // of key people alone
  bought: z.strictObject({ times: z.int(), lastAt: z.number() }).nullable(),
  met: z.int(),
})
const shownPartner = z.strictObject({
  partnerId: z.string(),
  contactId: z.string(),
  who: z.string(),
  state: z.enum(PARTNER_STATES),
  code: z.string(), // '' until she has agreed
  tier: tier.nullable(),
  sales: z.int(),
  due,
  since: z.number(), // when this state began
  leftFor: z.enum(LEFT_FOR).nullable(),
  taken: z.strictObject({ who: z.string() }).nullable(), // accepted by somebody not known to be her; '': by nobody known
})
export type ShownPartner = z.output<typeof shownPartner>

/** Her partners, and whom she might ask, with what speaks for it. */
export const listPartners = action(
  'rep',
  nothing,
  z.strictObject({
    terms: shownTerms,
    partners: z.array(shownPartner),
    candidates: z.array(z.strictObject({ contactId: z.string(), who: z.string(), evidence })),
  }),
)
export type ShownCandidate = z.output<typeof listPartners.output>['candidates'][number]
/** Repeatable by partnerId. The customer answers herself, on her own phone. */
export const invitePartner = action('rep', z.strictObject({ partnerId, contactId }), shownPartner)
/** While she has not answered, or where somebody else has: what that one earned until then stays due. */
export const uninvitePartner = action('rep', z.strictObject({ partnerId }), z.strictObject({ withdrawn: z.boolean() }))
/** The buyer named this partner's code at the purchase. A deal has one referral at most; the first stands. */
export const claimForPartner = action('rep', z.strictObject({ dealId, code }), shownReferral)
export const listPartnerReferrals = action(
  'rep',
  z.strictObject({ partnerId }),
  z.strictObject({ referrals: z.array(shownReferral) }),
)
export const disputeAsRep = action('rep', z.strictObject({ referralId, says }), shownReferral)

const invitation = z.strictObject({
  partnerId: z.string(),
  repName: z.string(),
  storeName: z.string(),
  company: z.string(),
})
const step = z.strictObject({ n: z.int(), at: z.number(), kind: z.enum(KINDS), fen: z.int() })
const ownPartner = z.strictObject({
  partnerId: z.string(),
  state: z.enum(PARTNER_STATES),
  leftFor: z.enum(LEFT_FOR).nullable(),
  code: z.string(),
  repName: z.string(),
  storeName: z.string(),
  tier,
  rateBp: z.int(),
  sales: z.int(),
  next: tierSteps.nullable(),
  came: count, // purchases at which she was named
  due,
  referrals: z.array(shownReferral),
  history: z.array(step), // the latest first
})
export type OwnPartner = z.output<typeof ownPartner>

/** partnerId: an invitation that was sent to her. */
export const seePartner = action(
  'person',
  z.strictObject({ partnerId: partnerId.optional() }),
  z.strictObject({ terms: shownTerms, invitations: z.array(invitation), partners: z.array(ownPartner) }),
)
export type SeenPartner = z.output<typeof seePartner.output>
/** payName: as whom she is to be paid. Yes is kept with the version of the terms she read. */
export const answerPartner = action(
  'person',
  z.discriminatedUnion('answer', [
    z.strictObject({
      partnerId,
      answer: z.literal('yes'),
      version: z.string().max(20),
      payName: z.string().trim().min(1).max(PAY_NAME_MAX),
    }),
    z.strictObject({ partnerId, answer: z.literal('no'), version: z.string().max(20) }),
  ]),
  z.strictObject({ state: z.enum(PARTNER_STATES), code: z.string() }),
)
/** What is earned stays due; nothing is asked back. */
export const leavePartner = action(
  'person',
  z.strictObject({ partnerId }),
  z.strictObject({ state: z.enum(PARTNER_STATES) }),
)
export const disputeAsPartner = action('person', z.strictObject({ referralId, says }), shownReferral)

const hqPartner = z.strictObject({
  partnerId: z.string(),
  state: z.enum(PARTNER_STATES),
  code: z.string(),
  repName: z.string(),
  sales: z.int(),
  due,
})
export const listHqPartners = action(
  'editor',
  z.strictObject({ cursor: cursor.optional() }),
  z.strictObject({ partners: z.array(hqPartner), next: z.string().nullable() }),
)
export type HqPartner = z.output<typeof hqPartner>
const line = z.strictObject({ account: z.string(), fen: z.int() })
/** Every transfer of one partner's, the first first. */
export const seeLedger = action(
  'editor',
  z.strictObject({ partnerId }),
  z.strictObject({
    transfers: z.array(
      z.strictObject({
        n: z.int(),
        transferId: z.string(),
        kind: z.enum(KINDS),
        at: z.number(),
        by: z.string(),
        reason: z.string(),
        lines: z.array(line),
      }),
    ),
    due,
  }),
)
/** Counts a portion of the partners anew; next: go on from there. */
export const verifyLedger = action(
  'approver',
  z.strictObject({ cursor: cursor.optional() }),
  z.strictObject({
    partners: z.int(),
    transfers: z.int(),
    faults: z.array(z.strictObject({ fault: z.string(), id: z.string() })),
    next: z.string().nullable(),
  }),
)

const hqDispute = z.strictObject({
  referralId: z.string(),
  partnerId: z.string(),
  code: z.string(),
  repName: z.string(),
  state: z.enum(REFERRAL_STATES),
  day: z.string(),
  baseFen: z.int(),
  fen: z.int(),
  dispute: shownDispute,
})
export type HqDispute = z.output<typeof hqDispute>
export const listDisputes = action('editor', nothing, z.strictObject({ disputes: z.array(hqDispute) }))
/** keep: as it is · void: nothing is due for it · grant: so much on top, up to what one sale may bring. */
export const decideDispute = action(
  'approver',
  z
    .strictObject({
      referralId,
      decision: z.enum(DISPUTE_DECISIONS),
      grantFen: z.int().min(0).max(100_000_000),
      reason: says,
    })
    .refine(({ decision, grantFen }) => (decision === 'grant') === grantFen > 0, { error: 'bad-request' }),
  hqDispute,
)

const shownPayout = z.strictObject({
  payoutId: z.string(),
  at: z.number(),
  state: z.enum(PAYOUT_STATES),
  byName: z.string(),
  approvedName: z.string(),
  mine: z.boolean(), // whoever made it cannot approve it
  people: z.int(),
  totalFen: z.int(),
  reason: z.string(),
})
export type ShownPayout = z.output<typeof shownPayout>
export const listPayouts = action(
  'editor',
  z.strictObject({ cursor: cursor.optional() }),
  z.strictObject({ payouts: z.array(shownPayout), next: z.string().nullable() }),
)
/** Holds what is payable. Repeatable by payoutId; many partners take several portions, which the timer does too. */
export const makePayout = action('editor', z.strictObject({ payoutId }), shownPayout)
export const approvePayout = action('approver', z.strictObject({ payoutId }), shownPayout)
export const returnPayout = action('approver', z.strictObject({ payoutId, reason: says }), shownPayout)
/** It has been paid by the firm's bank. */
export const payPayout = action('editor', z.strictObject({ payoutId }), shownPayout)
const cell = z.union([z.string(), z.number(), z.null()])
/** Who took it out is written down before a row is given. */
export const exportPayout = action(
  'editor',
  z.strictObject({ payoutId }),
  z.strictObject({ head: z.array(z.string()), rows: z.array(z.array(cell)) }),
)
