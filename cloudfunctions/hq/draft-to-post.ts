// What does a draft become when it is stored? Ids become what they name, and what they name must exist.
import type { Parsed } from '@shared/contracts'
import type { ImageId, SectionId } from '@shared/domain/ids'
import type { Post, PostImage } from '@shared/domain/post'
import { findPostImages } from '../_kit/data/images'
import { findStores } from '../_kit/data/members'
import { refusal } from '../_kit/errors'

type Draft = Parsed<'hq', 'post.save'>['draft']
type Written = Pick<
  Post,
  'text' | 'lockedWords' | 'firstComment' | 'column' | 'images' | 'article' | 'topics' | 'audience' | 'isAd' | 'vetoes'
>

const named = ({ imageIds, article }: Draft): ImageId[] =>
  [...imageIds, article.coverId, ...article.sections.map(({ imageId }) => imageId)].filter((id) => id !== null)

const pick = (images: Map<ImageId, PostImage>, id: ImageId): PostImage => {
  const image = images.get(id)
  if (!image) throw refusal('unknown-image', id)
  return image
}

const assertStores = async ({ storeIds }: Draft): Promise<void> => {
  const stores = new Set((await findStores(storeIds)).map(({ _id }) => _id))
  const missing = storeIds.find((id) => !stores.has(id))
  if (missing) throw refusal('unknown-store', missing)
}

export const toWritten = async (draft: Draft): Promise<Written> => {
  const [images] = await Promise.all([findPostImages(named(draft)), assertStores(draft)])
  const maybe = (id: ImageId | null) => (id === null ? null : pick(images, id))
  const { text, lockedWords, vetoes, firstComment, column, topics, storeIds, isAd, article } = draft
  return {
    ...{ text, lockedWords, vetoes, firstComment, column, topics, isAd },
    images: draft.imageIds.map((id) => pick(images, id)),
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
    audience: { storeIds },
  }
}
