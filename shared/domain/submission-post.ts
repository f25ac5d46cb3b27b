// What of an offer stands in a post, and what of the post is left when it is taken back? Her words in a section of their own.
import type { ImageId, SectionId } from './ids'
import type { FromOffer, Post, PostImage } from './post'
import type { Submission } from './submission'

/** Nothing else stands in it, so that it can be taken out whole. */
export const OFFERED_SECTION = 'offered' as SectionId

/** What HQ's draft begins with: a paragraph for each of her lines, and her first photo beside them. */
export const sectionOf = ({ words }: Pick<Submission, 'words'>, images: readonly PostImage[]) => ({
  id: OFFERED_SECTION,
  heading: '',
  paragraphs: words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
  image: images[0] ?? null,
  form: null,
})

export const creditOf = ({ _id, named }: Pick<Submission, '_id' | 'named'>): FromOffer => ({
  submissionId: _id,
  credit: named,
  takenBackAt: null,
})

/** Whom may readers thank? Nobody by name who did not want it, or does no longer. */
export const shownCredit = (post: Pick<Post, 'offered'>): string =>
  post.offered && post.offered.takenBackAt === null ? post.offered.credit : ''

/** What changes of the post: her section, her pictures wherever they stand, her name; and HQ sees that it was taken back. */
export const withoutOffer = (
  { offered, images, article }: Pick<Post, 'offered' | 'images' | 'article'>,
  ids: readonly ImageId[],
  at: number,
): Pick<Post, 'images' | 'article' | 'offered'> => {
  const isHers = (image: PostImage | null) => image !== null && ids.includes(image.imageId)
  const orNone = (image: PostImage | null) => (isHers(image) ? null : image)
  return {
    images: images.filter((image) => !isHers(image)),
    article: {
      ...article,
      cover: orNone(article.cover),
      sections: article.sections
        .filter(({ id }) => id !== OFFERED_SECTION)
        .map((section) => ({ ...section, image: orNone(section.image) })),
    },
    ...(offered && { offered: { ...offered, credit: '', takenBackAt: offered.takenBackAt ?? at } }),
  }
}

type DraftLike = {
  imageIds: ImageId[]
  article: { coverId: ImageId | null; sections: { id: string; imageId: ImageId | null }[] }
  imageMarks: { imageId: ImageId }[]
  minors: { imageId: ImageId }[]
}
/** The same of a draft that was kept as a version. */
export const draftWithout = <D extends DraftLike>(draft: D, ids: readonly ImageId[]): D => {
  const orNone = (id: ImageId | null) => (id !== null && ids.includes(id) ? null : id)
  const others = <T extends { imageId: ImageId }>(list: readonly T[]) =>
    list.filter(({ imageId }) => !ids.includes(imageId))
  return {
    ...draft,
    imageIds: draft.imageIds.filter((id) => !ids.includes(id)),
    imageMarks: others(draft.imageMarks),
    minors: others(draft.minors),
    article: {
      ...draft.article,
      coverId: orNone(draft.article.coverId),
      sections: draft.article.sections
        .filter(({ id }) => id !== OFFERED_SECTION)
        .map((section) => ({ ...section, imageId: orNone(section.imageId) })),
    },
  }
}
