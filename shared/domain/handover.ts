// A rep leaves: to whom may her contacts pass, who is told and how often, and what of it may HQ see? What a customer agreed
// to passes only once she was told and did not mind; her silence keeps it where it is.
import { type Consent, isConsentInForce, RETENTION_DAYS } from './consent'
import type { MemberId, RosterId } from './ids'
import type { Member } from './member'

const DAY_MS = 86_400_000
/** Told once, she has a day to answer; then she is left alone for as long as after a no to the first question. */
export const TELLING_MS = DAY_MS
export const TELL_AGAIN_AFTER_DAYS = 30

/** passing: what passes at once may not all have · passed: it has, and customers are asked · over: so is the asking. */
export const HANDOVER_STATES = ['passing', 'passed', 'over', 'cancelled'] as const
export type HandoverState = (typeof HANDOVER_STATES)[number]

export type Handover = {
  _id: MemberId // who leaves
  toId: MemberId
  state: HandoverState
  beganAt: number
  begunBy: MemberId
  contacts: number // how many she had written down when it began: those pass at once
  told: number // customers who were told, who agreed, who declined
  agreed: number
  declined: number
  workers?: number // how many pass on from it just now; one who died is counted, and counts no longer after workUntil
  workUntil?: number
  heldFor?: RosterId | null // an import that is being taken back stopped it
}

type Begin = {
  from: Pick<Member, '_id' | 'role'>
  to: Pick<Member, '_id' | 'role' | 'leftAt'>
  sameCompany: boolean
  written: number // contacts the leaving rep has written down
  previous: Pick<Handover, 'state' | 'toId'> | null
}
export type BeginRefusal = 'same-rep' | 'no-such-rep' | 'successor-gone' | 'handover-under-way' | 'contacts-of-company'

/** Asked again for the same successor it goes on. What was written down is the company's and stays with it. */
export const mayBeginHandover = ({
  from,
  to,
  sameCompany,
  written,
  previous,
}: Begin): { ok: true } | { ok: false; reason: BeginRefusal } => {
  const no = (reason: BeginRefusal) => ({ ok: false as const, reason })
  if (from.role !== 'rep' || to.role !== 'rep') return no('no-such-rep')
  if (from._id === to._id) return no('same-rep')
  if (to.leftAt) return no('successor-gone')
  if (previous && previous.state !== 'cancelled' && previous.toId !== to._id) return no('handover-under-way')
  if (!sameCompany && written > 0) return no('contacts-of-company')
  return { ok: true }
}

/** Only while nothing has passed and nobody has answered: then it is as if it had never begun. */
export const mayCancelHandover = (
  handover: Pick<Handover, 'state' | 'contacts' | 'agreed' | 'declined'>,
  written: number,
): { ok: true } | { ok: false; reason: 'already-passed' | 'no-handover' } => {
  if (handover.state === 'cancelled' || handover.state === 'over') return { ok: false, reason: 'no-handover' }
  const hasPassed = written < handover.contacts || handover.agreed > 0 || handover.declined > 0
  return hasPassed ? { ok: false, reason: 'already-passed' } : { ok: true }
}

/** Does customers' consent have anywhere to go? */
export const isAsking = ({ state }: Pick<Handover, 'state'>): boolean => state === 'passing' || state === 'passed'

/** The successor works for another firm than she agreed to: only a new consent that names it lets anything pass. */
export const needsNewConsent = (
  consent: Pick<Consent, 'company' | 'brand'>,
  to: Pick<Consent, 'company' | 'brand'>,
): boolean => consent.company !== to.company || consent.brand !== to.brand

type Told = Parameters<typeof isConsentInForce>[0] & Pick<Consent, 'passTo' | 'toldAt' | 'toldOf'>

/** Is there anything to ask her about this handover? */
export const isWaitingFor = (consent: Told, handover: Pick<Handover, 'state' | 'beganAt'>, now: number): boolean =>
  isAsking(handover) &&
  isConsentInForce(consent) &&
  (consent.passTo ?? null) === null &&
  now - handover.beganAt < RETENTION_DAYS * DAY_MS

const isNewTelling = ({ toldAt, toldOf }: Told, { toId }: Pick<Handover, 'toId'>, now: number): boolean =>
  (toldAt ?? null) === null || toldOf !== toId || now - (toldAt ?? 0) >= TELL_AGAIN_AFTER_DAYS * DAY_MS

/** May she be told on the article she opens now? first: it is a telling of its own, to be noted. */
export const mayTellHandover = (
  consent: Told,
  handover: Pick<Handover, 'state' | 'beganAt' | 'toId'>,
  now: number,
): 'first' | 'still' | 'no' => {
  if (!isWaitingFor(consent, handover, now)) return 'no'
  if (isNewTelling(consent, handover, now)) return 'first'
  return now - (consent.toldAt ?? 0) < TELLING_MS ? 'still' : 'no'
}

/** Nobody answered for as long as readings are kept: what waits still goes as it came. */
export const isOver = ({ beganAt }: Pick<Handover, 'beganAt'>, now: number): boolean =>
  now - beganAt >= RETENTION_DAYS * DAY_MS

/** One or two would point at someone. */
export const tellCount = (n: number): number | 'few' => (n > 0 && n < 3 ? 'few' : n)
