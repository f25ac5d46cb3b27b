// What reps and customers offer to be published: her photo and words, HQ's questions, and what became of it.
import * as z from 'zod'
import {
  NAMED_MAX,
  OFFER_PHOTOS_MAX,
  OFFER_WORDS_MAX,
  PEOPLE_SHOWN,
  QUESTION_MAX,
  SUBMISSION_STATES,
} from '../domain/submission'
import { action } from './action'
import { cloudFile, cursor, nothing, postId, submissionId } from './parts'

const state = z.enum(SUBMISSION_STATES)
const rights = z.strictObject({ mine: z.boolean(), people: z.enum(PEOPLE_SHOWN) })
const reason = z.string().trim().min(1).max(QUESTION_MAX)

const said = {
  words: z.string().trim().max(OFFER_WORDS_MAX),
  photos: z.array(z.string().max(300)).max(OFFER_PHOTOS_MAX), // fileIds as submission.take gave them
  rights,
}
/** The same id is the same offer. version: of the terms she read and agrees to by sending. named: '' is not by name. */
const offer = z.strictObject({
  submissionId,
  ...said,
  named: z.string().trim().max(NAMED_MAX),
  version: z.string().max(20),
})
/** New words and photos in place of the old. round: of the ones she saw. */
const answer = z.strictObject({ submissionId, round: z.int().min(1), ...said })

/** As she sees her own. creditedAt: since when the post that was written of it is out. */
const ownOffer = z.strictObject({
  submissionId: z.string(),
  state,
  words: z.string(),
  photos: z.array(cloudFile),
  rights,
  named: z.string(),
  agreedAt: z.number(),
  at: z.number(),
  round: z.int(),
  questions: z.array(z.strictObject({ at: z.number(), says: z.string(), answeredAt: z.number().nullable() })),
  reason: z.string(),
  creditedAt: z.number().nullable(),
  withdrawnAt: z.number().nullable(),
})
export type OwnOffer = z.output<typeof ownOffer>
/** left: how many more she may send today. */
const ownOffers = z.strictObject({ version: z.string(), left: z.int(), offers: z.array(ownOffer) })
export type OwnOffers = z.output<typeof ownOffers>

export const offerAsRep = action('rep', offer, ownOffer)
export const listRepOffers = action('rep', nothing, ownOffers)
export const answerAsRep = action('rep', answer, ownOffer)
/** Repeatable: what a crash left undone is done. */
export const withdrawAsRep = action('rep', z.strictObject({ submissionId }), ownOffer)

export const offerAsCustomer = action('person', offer, ownOffer)
export const listOwnOffers = action('person', nothing, ownOffers)
export const answerAsCustomer = action('person', answer, ownOffer)
export const withdrawAsCustomer = action('person', z.strictObject({ submissionId }), ownOffer)

/** Where she may upload a photo she means to offer. Its name says nothing of whose it is. */
export const prepareOffer = action(
  'person',
  nothing,
  z.strictObject({ uploadUrl: z.string(), headers: z.record(z.string(), z.string()), fileId: z.string() }),
)
/** Takes it in: looked at by its bytes, made anew, without what the camera wrote into it. Asked again it answers the same. */
export const takeOffer = action('person', z.strictObject({ fileId: z.string().max(300) }), cloudFile)
/** Its photos become pictures that posts may use; before HQ accepts it. Repeatable. */
export const intakeOffer = action('editor', z.strictObject({ submissionId }), z.strictObject({ images: z.int() }))

/** from: a rep's name and store; '' of a customer, who is nobody to HQ. */
const inboxOffer = z.strictObject({
  submissionId: z.string(),
  by: z.enum(['rep', 'customer']),
  from: z.string(),
  state,
  excerpt: z.string(),
  photos: z.int(),
  at: z.number(),
})
export type InboxOffer = z.output<typeof inboxOffer>
export const listInboxOffers = action(
  'editor',
  z.strictObject({ state, cursor: cursor.optional() }),
  z.strictObject({ offers: z.array(inboxOffer), next: z.string().nullable() }),
)

const hqOffer = z.strictObject({
  ...inboxOffer.shape,
  words: z.string(),
  pictures: z.array(cloudFile),
  rights,
  named: z.string(),
  agreement: z.strictObject({ version: z.string(), at: z.number() }),
  questions: z.array(
    z.strictObject({ at: z.number(), byName: z.string(), says: z.string(), answeredAt: z.number().nullable() }),
  ),
  round: z.int(), // what WeChat said of it stands under check.see {of: 'submission', id, version: round}
  reason: z.string(),
  decidedAt: z.number().nullable(),
  postId: z.string().nullable(),
  creditedAt: z.number().nullable(),
  withdrawnAt: z.number().nullable(),
})
export type HqOffer = z.output<typeof hqOffer>
export const seeOffer = action('editor', z.strictObject({ submissionId }), hqOffer)
/** round: of the words that were looked at, here and below; others since are looked at first. */
const seen = { submissionId, round: z.int().min(1) }
export const askOffer = action('editor', z.strictObject({ ...seen, says: reason }), hqOffer)
export const declineOffer = action('editor', z.strictObject({ ...seen, reason }), hqOffer)
/**
 * postId: minted by the desk. looked: whoever accepts has looked herself, where WeChat has not answered. A draft with her
 * words in a section of its own, her pictures and her credit.
 */
export const acceptOffer = action('editor', z.strictObject({ ...seen, postId, looked: z.boolean() }), hqOffer)
/** She asked in person: as if she had taken it back herself. */
export const retractOffer = action('editor', z.strictObject({ submissionId, reason }), hqOffer)
