// Everything in a post that is a risk, as the server will see it: words, pictures, an advert without its mark.
import type { ImageId } from '@shared/domain/ids'
import type { PostImage } from '@shared/domain/post'
import { findRisks, type Risk } from '@shared/domain/safety'
import { currentLang } from '@/platform/lang'
import type { Draft } from './draft-form'

export type { Risk }

type Known = { imageId: string; alt: string }

/** Only what risks are looked for in; where its files are and how large it is says nothing of that. */
const pictureOf = (imageId: ImageId, draft: Draft, known: readonly Known[]): PostImage => ({
  ...{ imageId, fileId: '', thumbFileId: '', width: 0, height: 0, kind: 'photo' },
  alt: known.find((image) => image.imageId === imageId)?.alt ?? '',
  minor: draft.minors?.find((minor) => minor.imageId === imageId) ?? null,
})

export const risksOf = (draft: Draft, known: readonly Known[]): Risk[] => {
  const { coverId, title, sections } = draft.article
  const pictured = (id: ImageId | null) => (id === null ? null : pictureOf(id, draft, known))
  return findRisks({
    ...{ text: draft.text, firstComment: draft.firstComment, isAd: draft.isAd },
    images: draft.imageIds.map((id) => pictureOf(id as ImageId, draft, known)),
    article: {
      title,
      cover: pictured(coverId as ImageId | null),
      sections: sections.map(({ id, heading, paragraphs, imageId }) => ({
        ...{ id: id as never, heading, paragraphs, form: null, image: pictured(imageId as ImageId | null) },
      })),
    },
  })
}

export const wordWhyOf = ({ why }: Pick<Risk, 'why'>): string => (currentLang() === 'en' ? why.en : why.zh)
