// Whoever offers something to be published, rep or customer: sends it, answers HQ, takes it back. Hers alone, each repeatable.
import type { Output, Parsed } from '@shared/contracts'
import type { StoreId, SubmissionId } from '@shared/domain/ids'
import {
  answerTo,
  FIRST_ROUND,
  isOpen,
  isOwnOffer,
  mayAnswerQuestion,
  mayBeOffered,
  mayOffer,
  OFFER_TERMS_VERSION,
  OFFERS_A_DAY,
  type OfferedPhoto,
  type Owner,
  type Submission,
} from '@shared/domain/submission'
import { offerItems } from '@shared/domain/submission-check'
import { now } from './clock'
import { removeChecksOf } from './data/checks'
import { changeSubmission, countOffersSince, findSubmission, insertSubmission, listOwnOffers } from './data/submissions'
import { ensure, found, refusal } from './errors'
import { ensureKeepable } from './keepable'
import { deleteOffered, ensureOwnOffered } from './offer-photos'
import { queueChecks } from './safety'
import { showOwnOffers } from './show-offer'
import { withdrawOffer } from './take-out-offer'
import type { CheckTexts } from './wechat'

type Said = Parsed<'rep', 'submission.offer'>
type Answered = Parsed<'rep', 'submission.answer'>
/** storeId: a rep's own. */
export type Sender = { owner: Owner; storeId: StoreId | null }
type Shown = Output<'rep', 'submission.offer'>

const showOne = async (one: Submission): Promise<Shown> => found((await showOwnOffers([one]))[0], 'no-such-offer')

/** Another's is not there at all. */
const findOwn = async (owner: Owner, id: SubmissionId): Promise<Submission> => {
  const one = await findSubmission(id)
  if (!one || !isOwnOffer(one, owner)) throw refusal('no-such-offer', 'submissionId')
  return one
}

const photosOf = (fileIds: readonly string[]): OfferedPhoto[] => fileIds.map((fileId) => ({ fileId }))

/** Taken back meanwhile, nobody is asked about it. */
const queue = async (one: Submission, at: number): Promise<void> => {
  await queueChecks(`submission.${one._id}.${one.round}`, offerItems(one), at)
  if ((await findSubmission(one._id))?.state === 'withdrawn') await removeChecksOf('submission', one._id, one.round)
}

const fresh = ({ owner, storeId }: Sender, said: Said, at: number): Submission => ({
  ...{ _id: said.submissionId, by: owner.by, storeId, state: 'new', words: said.words, rights: said.rights },
  repId: owner.by === 'rep' ? owner.repId : null,
  personId: owner.by === 'customer' ? owner.personId : null,
  photos: photosOf(said.photos),
  ...{ named: said.named, agreement: { version: said.version, at }, questions: [], round: FIRST_ROUND, reason: '' },
  ...{ decidedAt: null, postId: null, withdrawnAt: null, dropAt: null, rev: 0, at },
})

/** The same id is the same offer: one whose reply was lost is there already. */
export const sendOffer = async (sender: Sender, said: Said, checkTexts: CheckTexts): Promise<Shown> => {
  const { owner } = sender
  const stored = await findSubmission(said.submissionId)
  if (stored) {
    if (!isOwnOffer(stored, owner)) throw refusal('no-such-offer', 'submissionId')
    if (stored.state === 'new') await queue(stored, now())
    return showOne(stored)
  }
  const at = now()
  const [today, own] = await Promise.all([countOffersSince(owner, at), listOwnOffers(owner)])
  const decision = mayOffer({ ...said, by: owner.by }, { today, open: own.filter(isOpen).length })
  ensure(decision, decision.ok ? undefined : decision.field)
  await ensureKeepable([said.words, said.named], checkTexts, 'words')
  await ensureOwnOffered(owner, said.photos)
  const one = fresh(sender, said, at)
  if (!(await insertSubmission(one))) return showOne(await findOwn(owner, said.submissionId))
  await queue(one, at)
  return showOne(one)
}

export const listOffers = async (owner: Owner): Promise<Output<'rep', 'submission.list'>> => {
  const [all, today] = await Promise.all([listOwnOffers(owner), countOffersSince(owner, now())])
  const left = Math.max(0, OFFERS_A_DAY[owner.by] - today)
  return { version: OFFER_TERMS_VERSION, left, offers: await showOwnOffers(all) }
}

const isSameAnswer = (one: Submission, { round, words, photos }: Answered): boolean =>
  one.state === 'new' &&
  one.round === round + 1 &&
  one.words === words &&
  one.photos.map(({ fileId }) => fileId).join() === photos.join()

export const answerOffer = async (owner: Owner, said: Answered, checkTexts: CheckTexts): Promise<Shown> => {
  const one = await findOwn(owner, said.submissionId)
  if (isSameAnswer(one, said)) {
    await queue(one, now())
    return showOne(one)
  }
  ensure(mayAnswerQuestion(one), 'submissionId')
  if (one.round !== said.round) throw refusal('stale-version', 'round')
  const decision = mayBeOffered(said)
  ensure(decision, decision.ok ? undefined : decision.field)
  await ensureKeepable([said.words], checkTexts, 'words')
  await ensureOwnOffered(owner, said.photos)
  const at = now()
  const change = answerTo(one, { words: said.words, photos: photosOf(said.photos), rights: said.rights }, at)
  if (!(await changeSubmission(one, change))) throw refusal('busy')
  const answered = { ...one, ...change }
  await deleteOffered(one.photos.filter(({ fileId }) => !said.photos.includes(fileId)))
  await queue(answered, at)
  return showOne(answered)
}

export const withdrawOwn = async (owner: Owner, id: SubmissionId): Promise<Shown> =>
  showOne(await withdrawOffer(await findOwn(owner, id), now()))
