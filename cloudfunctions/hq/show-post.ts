// How does an editor see a stored post? As the draft she wrote, with its images and how far it has come.
import type { Parsed } from '@shared/contracts'
import type { ShownPost, ShownReview } from '@shared/contracts/post'
import { reviewOf } from '@shared/domain/approval'
import { imagesOf, type Post } from '@shared/domain/post'
import { countKits } from '../_kit/data/kits'
import { showImages } from '../_kit/show'

type Draft = Parsed<'hq', 'post.save'>['draft']

/** Only of images that have any: posts from before there were marks have none. */
const marksOf = (post: Post): Draft['imageMarks'] =>
  imagesOf(post).flatMap(({ imageId, focus = null, keepOut = [] }) =>
    focus || keepOut.length > 0 ? [{ imageId, focus, keepOut }] : [],
  )

export const toDraft = (post: Post): Draft => ({
  text: post.text,
  lockedWords: post.lockedWords,
  firstComment: post.firstComment,
  column: post.column,
  imageIds: post.images.map(({ imageId }) => imageId),
  article: {
    title: post.article.title,
    coverId: post.article.cover?.imageId ?? null,
    sections: post.article.sections.map(({ image, form, ...section }) => ({
      ...section,
      imageId: image?.imageId ?? null,
      form: form ?? null, // posts from before forms were told apart have none
    })),
  },
  topics: post.topics,
  storeIds: post.audience.storeIds,
  isAd: post.isAd,
  vetoes: post.vetoes ?? [],
  imageMarks: marksOf(post),
  orderFree: post.orderFree ?? false,
  columnId: post.columnId ?? null,
  painPoint: post.painPoint ?? '',
  persona: post.persona ?? '',
  channels: post.channels ?? [],
  regionIds: post.audience.regionIds ?? [],
  teamIds: post.audience.teamIds ?? [],
  kinds: post.audience.kinds ?? [],
  tones: post.audience.tones ?? [],
  labels: post.audience.labels ?? [],
  circleIds: post.audience.circleIds ?? [],
  coolDays: post.evergreen?.coolDays ?? null,
  expiresAt: post.expiresAt ?? null,
  minors: imagesOf(post).flatMap(({ imageId, minor }) => (minor ? [{ imageId, proof: minor.proof }] : [])),
  pollId: post.poll?.pollId ?? null,
})

export const showReview = (post: Post): ShownReview | null => {
  const review = reviewOf(post)
  if (review === null) return null
  const { version, by, decidedBy, before, ...shown } = review
  return shown
}

export const showPost = async (post: Post): Promise<ShownPost> => {
  const images = imagesOf(post)
  const [show, counts] = await Promise.all([showImages(images), countKits({ postId: post._id, version: post.version })])
  return {
    postId: post._id,
    version: post.version,
    state: post.state,
    draft: toDraft(post),
    images: images.map(show),
    updatedAt: post.updatedAt,
    publishAt: post.publishAt,
    plannedAt: post.plannedAt ?? null,
    publishedAt: post.publishedAt,
    recallReason: post.recallReason,
    ...(post.offered && { offered: post.offered }),
    ...(post.poll && { poll: post.poll }),
    review: showReview(post),
    counts,
  }
}
