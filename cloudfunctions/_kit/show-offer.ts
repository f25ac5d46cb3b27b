// How does whoever offered something see it, and how does HQ? Photos by signed URLs; of a customer HQ learns what she wrote.
import type { HqOffer, InboxOffer, OwnOffer } from '@shared/contracts/submission'
import { excerptFrom, type OfferedPhoto, type Submission } from '@shared/domain/submission'
import { findSendersEver } from './data/members'
import { publishedSince } from './data/submissions'
import { signUrls } from './files'

const photosOf = async (all: readonly Submission[]) => {
  const urlOf = await signUrls(all.flatMap(({ photos }) => photos.map(({ fileId }) => fileId)))
  return (photo: OfferedPhoto) => ({ ...photo, url: urlOf(photo.fileId) })
}

export const showOwnOffers = async (all: readonly Submission[]): Promise<OwnOffer[]> => {
  const [show, out] = await Promise.all([photosOf(all), publishedSince(all.flatMap(({ postId }) => postId ?? []))])
  return all.map((one) => {
    const { _id, state, words, photos, rights, named, agreement, at, round, questions, reason, withdrawnAt } = one
    return {
      ...{ submissionId: _id, state, words, rights, named, agreedAt: agreement.at, at, round, reason, withdrawnAt },
      photos: photos.map(show),
      questions: questions.map(({ byName, ...question }) => question),
      creditedAt: state === 'accepted' && one.postId ? (out.get(one.postId) ?? null) : null,
    }
  })
}

export const showInbox = async (all: readonly Submission[]): Promise<InboxOffer[]> => {
  const senders = await findSendersEver(all.flatMap(({ repId }) => repId ?? []))
  return all.map(({ _id, by, repId, state, words, photos, at }) => {
    const sender = repId === null ? undefined : senders.get(repId)
    const from = sender ? [sender.repName, sender.storeName].filter((name) => name !== '').join(' · ') : ''
    return { submissionId: _id, by, from, state, excerpt: excerptFrom(words), photos: photos.length, at }
  })
}

export const showHqOffer = async (one: Submission): Promise<HqOffer> => {
  const [[listed], show, out] = await Promise.all([
    showInbox([one]),
    photosOf([one]),
    publishedSince(one.postId === null ? [] : [one.postId]),
  ])
  const { _id, by, state, words, photos, rights, named, agreement, questions, round, reason, decidedAt, postId, at } =
    one
  return {
    ...{
      submissionId: _id,
      by,
      state,
      words,
      rights,
      named,
      agreement,
      questions,
      round,
      reason,
      decidedAt,
      postId,
      at,
    },
    ...{ from: listed?.from ?? '', excerpt: listed?.excerpt ?? '', photos: photos.length },
    pictures: photos.map(show),
    creditedAt: state === 'accepted' && postId !== null ? (out.get(postId) ?? null) : null,
    withdrawnAt: one.withdrawnAt,
  }
}
