// What does a draft become when it is stored? Ids become what they name, and what they name must exist.
import type { Parsed } from '@shared/contracts'
import type { ImageId, SectionId } from '@shared/domain/ids'
import { type EndPoll, findEndPollFault } from '@shared/domain/poll'
import type { Post, PostImage } from '@shared/domain/post'
import { findColumn } from '../_kit/data/columns'
import { findPostImages } from '../_kit/data/images'
import { findStores } from '../_kit/data/members'
import { findPoll } from '../_kit/data/polls'
import { found, refusal } from '../_kit/errors'

type Draft = Parsed<'hq', 'post.save'>['draft']
type Written = Pick<
  Post,
  | 'text'
  | 'lockedWords'
  | 'firstComment'
  | 'column'
  | 'columnId'
  | 'images'
  | 'orderFree'
  | 'article'
  | 'topics'
  | 'audience'
  | 'isAd'
  | 'vetoes'
  | 'painPoint'
  | 'persona'
  | 'channels'
  | 'evergreen'
  | 'expiresAt'
  | 'poll'
>
type Marks = Pick<PostImage, 'focus' | 'keepOut'>
type Minor = Pick<PostImage, 'minor'>

const named = ({ imageIds, article }: Draft): ImageId[] =>
  [...imageIds, article.coverId, ...article.sections.map(({ imageId }) => imageId)].filter((id) => id !== null)

/** What is marked, by image; the last word on an image counts. An image without marks carries no empty ones. */
const marksById = ({ imageMarks }: Draft): Map<ImageId, Marks> =>
  new Map(
    imageMarks.map(({ imageId, focus, keepOut }) => [imageId, focus || keepOut.length > 0 ? { focus, keepOut } : {}]),
  )

const minorsById = ({ minors }: Draft): Map<ImageId, Minor> =>
  new Map(minors.map(({ imageId, proof }) => [imageId, { minor: { proof } }]))

/** Finds each image of the draft with its marks; marks on other images are nobody's. */
const picker = async (draft: Draft) => {
  const [images, marks, minors] = [await findPostImages(named(draft)), marksById(draft), minorsById(draft)]
  return (id: ImageId): PostImage => {
    const image = images.get(id)
    if (!image) throw refusal('unknown-image', id)
    return { ...image, ...marks.get(id), ...minors.get(id) }
  }
}

const assertStores = async ({ storeIds }: Draft): Promise<void> => {
  const stores = new Set((await findStores(storeIds)).map(({ _id }) => _id))
  const missing = storeIds.find((id) => !stores.has(id))
  if (missing) throw refusal('unknown-store', missing)
}

/** A post in a column of the calendar bears its name. */
const columnOf = async ({ columnId, column }: Draft): Promise<string> =>
  columnId === null ? column : found(await findColumn(columnId), 'no-such-column', 'columnId').name

/** As it stands now, so that nobody who reads the article has to ask for it. */
const pollOf = async ({ pollId }: Draft): Promise<EndPoll | null> => {
  if (pollId === null) return null
  const poll = await findPoll(pollId)
  const fault = findEndPollFault(poll, null)
  if (fault || poll === null) throw refusal(fault ?? 'no-such-poll', 'pollId')
  return { pollId, question: poll.question, closesAt: poll.closesAt }
}

export const toWritten = async (draft: Draft): Promise<Written> => {
  const [pick, column, poll] = await Promise.all([picker(draft), columnOf(draft), pollOf(draft), assertStores(draft)])
  const maybe = (id: ImageId | null) => (id === null ? null : pick(id))
  const { text, lockedWords, vetoes, firstComment, columnId, orderFree, topics, isAd, article } = draft
  const { painPoint, persona, channels, coolDays, expiresAt } = draft
  const { storeIds, regionIds, teamIds, kinds, tones, labels, circleIds } = draft
  return {
    ...{ text, lockedWords, vetoes, firstComment, column, columnId, orderFree, topics, isAd, poll },
    ...{ painPoint, persona, channels, expiresAt, evergreen: coolDays === null ? null : { coolDays } },
    images: draft.imageIds.map(pick),
    article: {
      title: article.title,
      cover: maybe(article.coverId),
      sections: article.sections.map(({ id, heading, paragraphs, imageId, form }) => ({
        id: id as SectionId,
        heading,
        paragraphs,
        image: maybe(imageId),
        form,
      })),
    },
    audience: { storeIds, regionIds, teamIds, kinds, tones, labels, circleIds },
  }
}
