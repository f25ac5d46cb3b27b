// She takes back what she offered: her photos, words and name go out of everything that was made of them. Every step may be
// repeated: what a crash left is found again by dropAt.
import type { PersonId } from '@shared/domain/ids'
import { mayRecallPost, type Post } from '@shared/domain/post'
import { afterwards, type Submission, withdrawAs } from '@shared/domain/submission'
import { draftWithout, OFFERED_SECTION, withoutOffer } from '@shared/domain/submission-post'
import { appendAudit } from './audit'
import { removeChecksAbout, removeChecksOf } from './data/checks'
import { findImageFiles, removeImages } from './data/images'
import { stripVersions } from './data/post-versions'
import { changePost, findPost } from './data/posts'
import { keepRecall } from './data/recalls'
import { changeSubmission, findSubmission, listOffersOfPerson } from './data/submissions'
import { refusal } from './errors'
import { deleteFile } from './files'
import { deleteOffered, imageIdOf } from './offer-photos'

const TRIES_MAX = 10
const REASON = '投稿的人收回了同意'

/** What is out comes down, told to the reps who saved it as when an editor takes it back. */
const recalledAs = async (post: Post, at: number) => {
  if (!mayRecallPost(post).ok) return {}
  const { _id: postId, version, article } = post
  await appendAudit(
    {
      ...{ actId: `post.recalled.${postId}.${version}.offer`, act: 'post.recalled', byId: null, byName: '' },
      ...{ of: `post.${postId}`, facts: { title: article.title, version, reason: REASON } },
    },
    at,
  )
  if (post.state === 'live') await keepRecall({ postId, version, title: article.title, reason: REASON, at })
  const recalled = { state: 'recalled' as const, recalledAt: at, recallReason: REASON }
  return { ...recalled, publishAt: null, plannedAt: null }
}

const takeOutOfPost = async (one: Submission, at: number): Promise<void> => {
  if (one.postId === null) return
  const ids = one.photos.map(imageIdOf)
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const post = await findPost(one.postId)
    if (post?.offered?.submissionId !== one._id) return
    const change = { ...(await recalledAs(post, at)), ...withoutOffer(post, ids, at), review: null, updatedAt: at }
    if (!(await changePost(post, change))) continue
    await stripVersions(one.postId, (draft) => draftWithout(draft, ids))
    const places = [`section.${OFFERED_SECTION}`, ...ids.flatMap((id) => [`alt.${id}`, `image.${id}`])]
    await removeChecksAbout(one.postId, post.version, places)
    return
  }
  throw refusal('busy')
}

/** To be called once nobody may accept it any more. */
export const takeOut = async (one: Submission, at: number): Promise<void> => {
  await takeOutOfPost(one, at)
  const images = await findImageFiles(one.photos.map(imageIdOf))
  for (const { fileId, thumbFileId } of images) for (const id of [fileId, thumbFileId]) await deleteFile(id)
  await removeImages(images.map(({ _id }) => _id))
  await deleteOffered(one.photos)
  await removeChecksOf('submission', one._id, one.round)
}

/** The rest of what withdrawing takes; done already, it is done. */
export const finishWithdrawal = async (one: Submission, at: number): Promise<Submission> => {
  await takeOut(one, at)
  const change = afterwards(one.withdrawnAt ?? at)
  return (await changeSubmission(one, change)) ? { ...one, ...change, rev: one.rev + 1 } : one
}

/** From now on nobody may use it. The state ends first: whatever fails after it, the job does the rest. */
export const withdrawOffer = async (asked: Submission, at: number): Promise<Submission> => {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const one = (await findSubmission(asked._id)) ?? asked
    if (one.state === 'withdrawn')
      return one.photos.length > 0 || one.dropAt === one.withdrawnAt ? finishWithdrawal(one, at) : one
    const change = withdrawAs(at)
    if (await changeSubmission(one, change)) return finishWithdrawal({ ...one, ...change, rev: one.rev + 1 }, at)
  }
  throw refusal('busy')
}

/** She is to be forgotten: what she offered goes, and what is left as a proof is nobody's. */
export const forgetOffers = async (personId: PersonId, at: number): Promise<void> => {
  for (const one of await listOffersOfPerson(personId)) {
    await withdrawOffer(one, at)
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const left = await findSubmission(one._id)
      if (!left || left.personId === null || (await changeSubmission(left, { personId: null }))) break
    }
  }
}
