// HQ takes it: a draft with her words in a section of their own, her pictures and her credit. Nothing goes out by this alone.
import type { ImageId, PostId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import type { Post, PostImage } from '@shared/domain/post'
import type { Submission } from '@shared/domain/submission'
import { mayAccept } from '@shared/domain/submission-check'
import { creditOf, sectionOf } from '@shared/domain/submission-post'
import { now } from '../_kit/clock'
import { listChecks } from '../_kit/data/checks'
import { findPostImages } from '../_kit/data/images'
import { findPost, insertPost } from '../_kit/data/posts'
import { findSubmission } from '../_kit/data/submissions'
import { refusal } from '../_kit/errors'
import { imageIdOf } from '../_kit/offer-photos'
import type { Handler } from '../_kit/serve'
import { showHqOffer } from '../_kit/show-offer'
import { takeOut } from '../_kit/take-out-offer'
import { keepSave } from './keep-save'
import { findOffer, signedChange } from './sign-submission'

const picturesOf = async (one: Submission): Promise<PostImage[]> => {
  const ids: ImageId[] = one.photos.map(imageIdOf)
  const found = await findPostImages(ids)
  return ids.map((id) => {
    const image = found.get(id)
    if (!image) throw refusal('unknown-image', 'pictures')
    return image
  })
}

const draftOf = (one: Submission, postId: PostId, images: PostImage[]) => ({
  ...{ _id: postId, version: 1, state: 'draft' as const, text: '', lockedWords: [], firstComment: '', column: '' },
  images,
  article: { title: '', cover: images[0] ?? null, sections: [sectionOf(one, images)] },
  ...{ topics: [], audience: { storeIds: [] }, isAd: false, offered: creditOf(one) },
})

/** Taken back at this very moment, the draft goes without her at once. */
const makeDraft = async (one: Submission, postId: PostId, by: Member): Promise<void> => {
  if ((await findPost(postId)) === null) {
    const at = now()
    const post: Post = {
      ...draftOf(one, postId, await picturesOf(one)),
      ...{ createdBy: by._id, updatedAt: at, saved: { by: by._id, byName: by.name, at, restoredFrom: null } },
      ...{ writers: [by._id], publishAt: null, publishedAt: null, recalledAt: null, recallReason: '' },
      ...{ approved: null, review: null },
    }
    if (await insertPost(post)) await keepSave(post)
  }
  const since = await findSubmission(one._id)
  if (since === null || since.state === 'withdrawn') await takeOut(one, now())
}

export const acceptSubmission: Handler<'hq', 'submission.accept'> = async (
  { submissionId, round, postId, looked },
  { caller: { member } },
) => {
  const one = await findOffer(submissionId)
  if (one.state === 'accepted' && one.postId !== null) {
    await makeDraft(one, one.postId, member)
    return showHqOffer(await findOffer(submissionId))
  }
  const decision = mayAccept(one, { round, looked }, await listChecks(`submission.${one._id}.${one.round}`))
  if (!decision.ok) throw refusal(decision.reason, 'submissionId', 'named' in decision ? decision.named : undefined)
  await picturesOf(one)
  if (await findPost(postId)) throw refusal('post-id-taken', 'postId')
  const change = { state: 'accepted' as const, postId, decidedAt: now(), dropAt: null }
  const facts = { postId, looked }
  const accepted = await signedChange(one, change, { by: member, act: 'submission.accepted', facts })
  await makeDraft(accepted, postId, member)
  return showHqOffer(await findOffer(submissionId))
}
