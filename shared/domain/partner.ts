// Who may tell others of us and be thanked in money? Invited by her rep, agreed to by herself, under plain terms, one level only.
import type { ContactId, MemberId, PartnerId, PersonId, StoreId } from './ids'
import { TERMS } from './partner-terms'

export const PARTNER_STATES = ['invited', 'active', 'declined', 'left'] as const
export type PartnerState = (typeof PARTNER_STATES)[number]

/** own: she left · erased: she is to be forgotten · hired: staff are no partners · other: it was not she who was asked. */
export const LEFT_FOR = ['own', 'erased', 'hired', 'other'] as const
export type LeftFor = (typeof LEFT_FOR)[number]

export type Partner = {
  _id: PartnerId // minted by the rep's phone
  repId: MemberId
  storeId: StoreId | null
  contactId: ContactId
  personId: PersonId | null // hers who accepted; nobody's before, and after she has left
  herself?: boolean // as she accepted: was that phone known to be the contact's?
  state: PartnerState
  code: string
  payName: string // as whom she is to be paid, said by herself; '' once nothing more can be due
  termsVersion: string | null // what she agreed to
  invitedAt: number
  answeredAt: number | null
  leftAt: number | null
  leftFor?: LeftFor | null // why; null or missing: she has not left
  rev: number
}

export const PAY_NAME_MAX = 20
export const PARTNERS_MAX = 500 // of one rep

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789' // nothing that is misread when spoken or written
export const CODE_LENGTH = 6

/** The caller brings the randomness: numbers in [0, 1). */
export const codeFrom = (numbers: readonly number[]): string =>
  numbers
    .slice(0, CODE_LENGTH)
    .map((n) => LETTERS.charAt(Math.floor(n * LETTERS.length)))
    .join('')

/** As somebody types it. */
export const readCode = (typed: string): string | null => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === CODE_LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null
}

/** Since when she is what she is. */
export const stateSince = ({
  state,
  invitedAt,
  answeredAt,
  leftAt,
}: Pick<Partner, 'state' | 'invitedAt' | 'answeredAt' | 'leftAt'>): number =>
  (state === 'invited' ? invitedAt : state === 'left' ? leftAt : answeredAt) ?? invitedAt

export type AnswerDecision =
  | { ok: true }
  | { ok: false; reason: 'staff' | 'policy-changed' | 'no-such-invitation' | 'invited-other' | 'already-answered' }

/**
 * May this caller answer the invitation? Staff never; where the rep knows whose phones are the contact's, only one of these.
 * persons: the contact's; known: only where she agreed to be.
 */
export const mayAnswer = (
  partner: Pick<Partner, 'state' | 'personId'>,
  caller: { kind: 'person' | 'member'; personId: PersonId },
  { persons, version }: { persons: readonly PersonId[]; version: string },
): AnswerDecision => {
  if (caller.kind === 'member') return { ok: false, reason: 'staff' }
  if (partner.state !== 'invited')
    return { ok: false, reason: partner.personId === caller.personId ? 'already-answered' : 'no-such-invitation' }
  if (version !== TERMS.version) return { ok: false, reason: 'policy-changed' }
  if (persons.length > 0 && !persons.includes(caller.personId)) return { ok: false, reason: 'invited-other' }
  return { ok: true }
}

type LinkedReader = { personId: PersonId; repId: MemberId; link: { contactId: ContactId; also: readonly ContactId[] } }

/** Is she who accepted known to be the contact who was asked? An active partner's; readers: those linked to the contact. */
export const isHerself = (
  { repId, contactId, personId }: Pick<Partner, 'repId' | 'contactId' | 'personId'>,
  readers: readonly LinkedReader[],
): boolean =>
  readers.some(
    (one) =>
      one.repId === repId &&
      one.personId === personId &&
      (one.link.contactId === contactId || one.link.also.includes(contactId)),
  )

/** What speaks for asking her, each with its numbers; what she bought, what came of what she passed on, how well they know each other. */
export type Evidence = {
  brought: { posts: number; deep: number } | null // deep readings below cards that were meant for her; never a reason for money
  bought: { times: number; lastAt: number } | null
  met: number // times they talked or met, by her sheet
  koc?: { people: number; deep: number; posts: number; weeks: number } | null // who came to read by her, as her spread shows it
}
export type Candidate = { contactId: ContactId; evidence: Evidence }

const BOUGHT_WEIGHT = 2
const DEEP_FULL = 10
const TIMES_FULL = 5
const WEEKS_FULL = 3

/** How sure it is that others read by her: by who came and kept coming, never by how often she passed something on. */
const heard = ({ brought, koc }: Evidence): number =>
  Math.max(
    Math.min(1, (brought?.deep ?? 0) / DEEP_FULL) * Math.min(1, (brought?.posts ?? 0) / 2),
    Math.min(1, (koc?.people ?? 0) / DEEP_FULL) * Math.min(1, (koc?.weeks ?? 0) / WEEKS_FULL),
  )

/** Who bought and liked it comes first; one lucky post counts for little, and no number has a say beyond its fill. */
const weigh = (evidence: Evidence): number =>
  BOUGHT_WEIGHT * Math.min(1, (evidence.bought?.times ?? 0) / TIMES_FULL) +
  heard(evidence) +
  Math.min(1, evidence.met / 6)

/** Whom might she ask? Only who has bought, or from whom readings came. */
export const rankCandidates = (all: readonly Candidate[], top: number): Candidate[] =>
  all
    .filter(({ evidence: { brought, bought, koc } }) => brought !== null || bought !== null || Boolean(koc))
    .sort((a, b) => weigh(b.evidence) - weigh(a.evidence) || (a.contactId < b.contactId ? -1 : 1))
    .slice(0, top)

/** Fewer than this are shown as 'few': a count of one would say who it was. */
export const FEW_BELOW = 3
export const sayCount = (n: number): number | 'few' => (n > 0 && n < FEW_BELOW ? 'few' : n)
