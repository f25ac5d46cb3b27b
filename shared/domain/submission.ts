// What may somebody offer HQ to publish, and what becomes of it? Her own photo and words, on terms she reads before she sends.
import { PROOF_DAYS } from './consent'
import type { MemberId, PersonId, PostId, StoreId, SubmissionId } from './ids'

/**
 * new: HQ is to look at it · asked: HQ wants something of her first · accepted: a post is written of it · declined ·
 * withdrawn: she took it back, from any of these.
 */
export const SUBMISSION_STATES = ['new', 'asked', 'accepted', 'declined', 'withdrawn'] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]

/** Who can be made out on the photos, as she says; 'children' is refused. */
export const PEOPLE_SHOWN = ['nobody', 'me', 'adults', 'children'] as const
export type PeopleShown = (typeof PEOPLE_SHOWN)[number]
/** mine: she took the photos and wrote the words herself. adults: each of them agreed to be published. */
export type Rights = { mine: boolean; people: PeopleShown }

/** A file after intake: a JPEG made anew, without what the camera wrote into it. */
export type OfferedPhoto = { fileId: string }
/** HQ's question, and her answer to it; answered by new words. */
export type Question = { at: number; byName: string; says: string; answeredAt: number | null }

export type Submission = {
  _id: SubmissionId // minted on her phone
  by: 'rep' | 'customer'
  repId: MemberId | null // of a rep's own; a customer's says of nobody whose customer she is
  storeId: StoreId | null
  personId: PersonId | null // a customer's, with her agreement; nobody's once she is forgotten
  state: SubmissionState
  words: string // '' once withdrawn
  photos: OfferedPhoto[] // none once withdrawn
  rights: Rights
  named: string // how she wants to be thanked; '': not by name
  agreement: { version: string; at: number } // kept as a proof
  questions: Question[]
  round: number // grows with every answer: which words WeChat was asked about
  reason: string // why it was declined, for her to read
  decidedAt: number | null
  postId: PostId | null // the draft that was made of it
  withdrawnAt: number | null
  dropAt: number | null // when something of it has to go: files still there, a refusal read long ago, a proof kept long enough
  rev: number
  at: number
}

/** What she reads and agrees to; a new one is agreed to anew. The words stand in the client. */
export const OFFER_TERMS_VERSION = '2026-12-s1'
export const OFFER_WORDS_MAX = 1_000
export const OFFER_PHOTOS_MAX = 3
export const NAMED_MAX = 20
export const QUESTION_MAX = 200
export const QUESTIONS_MAX = 10
const DAY_MS = 86_400_000
/** The first round of words; WeChat is asked anew about each. */
export const FIRST_ROUND = 1
/** Newer than this counts as today: what one person may offer in a day. */
export const offeredSince = (now: number): number => now - DAY_MS
export const OFFERS_A_DAY = { rep: 10, customer: 3 } as const
/** HQ is not flooded by one person: so many may wait at once. */
export const OPEN_MAX = 20
/** What was declined is kept so long for her to read why; then it goes. */
export const DECLINED_KEPT_MS = 90 * DAY_MS
/** That she agreed, and took it back, is kept as a proof: as long as of any other consent. */
export const OFFER_PROOF_MS = PROOF_DAYS * DAY_MS

const refused = <R extends string>(reason: R, field: string) => ({ ok: false as const, reason, field })

export type Offered = Pick<Submission, 'words' | 'rights'> & { photos: readonly unknown[] }
export type OfferDecision =
  | { ok: true }
  | {
      ok: false
      reason: 'offer-empty' | 'offer-not-yours' | 'offer-child' | 'offer-terms-changed' | 'offers-a-day' | 'offers-open'
      field: string
    }

/** May this be sent at all? Asked on her phone before it leaves, and again when it arrives. */
export const mayBeOffered = ({ words, photos, rights }: Offered): OfferDecision => {
  if (words.trim() === '' && photos.length === 0) return refused('offer-empty', 'words')
  if (!rights.mine) return refused('offer-not-yours', 'rights.mine')
  if (rights.people === 'children') return refused('offer-child', 'rights.people')
  return { ok: true }
}

/** today: offered within a day · open: still to be decided. */
export const mayOffer = (
  offered: Offered & { by: Submission['by']; version: string },
  { today, open }: { today: number; open: number },
): OfferDecision => {
  if (offered.version !== OFFER_TERMS_VERSION) return refused('offer-terms-changed', 'version')
  if (today >= OFFERS_A_DAY[offered.by]) return refused('offers-a-day', 'words')
  if (open >= OPEN_MAX) return refused('offers-open', 'words')
  return mayBeOffered(offered)
}

export type Owner = { by: 'rep'; repId: MemberId } | { by: 'customer'; personId: PersonId }
/** Nobody else at all, whoever knows its id. */
export const isOwnOffer = (one: Pick<Submission, 'by' | 'repId' | 'personId'>, owner: Owner): boolean =>
  one.by === owner.by && (owner.by === 'rep' ? one.repId === owner.repId : one.personId === owner.personId)

export const isOpen = ({ state }: Pick<Submission, 'state'>): boolean => state === 'new' || state === 'asked'

export type MoveDecision =
  | { ok: true }
  | { ok: false; reason: 'offer-decided' | 'offer-withdrawn' | 'offer-not-asked' | 'offer-questions' }
const yes: MoveDecision = { ok: true }
const no = (reason: Exclude<MoveDecision, { ok: true }>['reason']): MoveDecision => ({ ok: false, reason })

/** May HQ still decide about it? */
export const mayDecide = (one: Pick<Submission, 'state'>): MoveDecision => {
  if (one.state === 'withdrawn') return no('offer-withdrawn')
  return isOpen(one) ? yes : no('offer-decided')
}

export const mayAsk = (one: Pick<Submission, 'state' | 'questions'>): MoveDecision => {
  const decision = mayDecide(one)
  if (!decision.ok) return decision
  return one.questions.length < QUESTIONS_MAX ? yes : no('offer-questions')
}

export const mayAnswerQuestion = (one: Pick<Submission, 'state'>): MoveDecision => {
  const decision = mayDecide(one)
  if (!decision.ok) return decision
  return one.state === 'asked' ? yes : no('offer-not-asked')
}

/** HQ asks: she reads it with her offer. */
export const askOf = (one: Pick<Submission, 'questions'>, question: Omit<Question, 'answeredAt'>) => ({
  state: 'asked' as const,
  questions: [...one.questions, { ...question, answeredAt: null }],
})

/** New words (and photos) in place of the old, to be checked anew. */
export const answerTo = (
  one: Pick<Submission, 'questions' | 'round'>,
  said: Pick<Submission, 'words' | 'photos' | 'rights'>,
  at: number,
) => ({
  state: 'new' as const,
  ...{ words: said.words, photos: said.photos, rights: said.rights },
  questions: one.questions.map((question) => ({ ...question, answeredAt: question.answeredAt ?? at })),
  round: one.round + 1,
})

const EXCERPT_LENGTH = 60
/** Its beginning, for a list. */
export const excerptFrom = (words: string): string => {
  const letters = Array.from(words.replace(/\s+/g, ' ').trim())
  return letters.length > EXCERPT_LENGTH ? `${letters.slice(0, EXCERPT_LENGTH - 1).join('')}…` : letters.join('')
}

/** What nobody reads any more at once. The files, and the post, are still to be seen to: photos name what is left. */
export const withdrawAs = (at: number) => ({
  state: 'withdrawn' as const,
  ...{ words: '', named: '', questions: [] as Question[], reason: '' },
  ...{ withdrawnAt: at, dropAt: at },
})

/** Its files are gone: only that she had agreed, and does no longer, is kept. */
export const afterwards = (at: number) => ({ photos: [] as OfferedPhoto[], dropAt: at + OFFER_PROOF_MS })

/** What became of one that HQ took: asked by whoever tells her how far she has come. */
export type Accepted = { submissionId: SubmissionId; at: number; postId: PostId | null; creditedAt: number | null }
