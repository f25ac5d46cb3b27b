// The draft as a person types it: a section's paragraphs are one text, and it can be compared with what is saved.
import type { Input, Output } from '@shared/contracts'
import { joinParagraphs, splitParagraphs } from '@shared/domain/draft'
import type { CircleId, ColumnId, ImageId, PollId, RegionId, SectionId, StoreId, TeamId } from '@shared/domain/ids'
import type { RepKind } from '@shared/domain/member'
import type { PostChannel } from '@shared/domain/post'
import type { Form } from '@shared/domain/reader'
import type { Tone } from '@shared/domain/variant/tone'
import { type ImageMark, storedMarks } from './image-marks'

export type Draft = Input<'hq', 'post.save'>['draft']
export type ShownPost = Output<'hq', 'post.see'>
export type ShownImage = ShownPost['images'][number]

/** form: how the section speaks, null where nobody says. */
export type SectionForm = { id: string; heading: string; body: string; imageId: string | null; form: Form | null }
/** For whom and what it is; a draft kept on the device may be older than any of them. */
type Purpose = {
  columnId: string | null
  painPoint: string
  persona: string
  channels: PostChannel[]
  regionIds: string[]
  teamIds: string[]
  kinds: RepKind[]
  tones: Tone[]
  labels: string[]
  circleIds: string[]
  coolDays: number | null
  expiresAt: number | null
  minors: { imageId: string; proof: string }[]
  pollId: string | null // asked at the end of the article
}
export type DraftForm = Purpose & {
  text: string
  lockedWords: string[]
  vetoes: string[]
  firstComment: string
  column: string
  imageIds: string[]
  title: string
  coverId: string | null
  sections: SectionForm[]
  topics: string[]
  storeIds: string[]
  isAd: boolean
  imageMarks: ImageMark[]
  orderFree: boolean // may each rep show the pictures in an order of her own, the first apart?
}

export const emptySection = (id: string): SectionForm => ({ id, heading: '', body: '', imageId: null, form: null })

const purposeOf = (of: Partial<Purpose>): Purpose => ({
  columnId: of.columnId ?? null,
  painPoint: of.painPoint ?? '',
  persona: of.persona ?? '',
  channels: of.channels ?? [],
  regionIds: of.regionIds ?? [],
  teamIds: of.teamIds ?? [],
  kinds: of.kinds ?? [],
  tones: of.tones ?? [],
  labels: of.labels ?? [],
  circleIds: of.circleIds ?? [],
  coolDays: of.coolDays ?? null,
  expiresAt: of.expiresAt ?? null,
  minors: of.minors ?? [],
  pollId: of.pollId ?? null,
})

export const emptyForm = (sectionId: string): DraftForm => ({
  text: '',
  lockedWords: [],
  vetoes: [],
  firstComment: '',
  column: '',
  imageIds: [],
  title: '',
  coverId: null,
  sections: [emptySection(sectionId)],
  topics: [],
  storeIds: [],
  isAd: false,
  imageMarks: [],
  orderFree: false,
  ...purposeOf({}),
})

export const formOf = (draft: ShownPost['draft']): DraftForm => ({
  text: draft.text,
  lockedWords: draft.lockedWords,
  vetoes: draft.vetoes,
  firstComment: draft.firstComment,
  column: draft.column,
  imageIds: draft.imageIds,
  title: draft.article.title,
  coverId: draft.article.coverId,
  sections: draft.article.sections.map(({ paragraphs, ...section }) => ({
    ...section,
    body: joinParagraphs(paragraphs),
  })),
  topics: draft.topics,
  storeIds: draft.storeIds,
  isAd: draft.isAd,
  imageMarks: draft.imageMarks,
  orderFree: draft.orderFree,
  ...purposeOf(draft),
})

export const draftOf = (form: DraftForm): Draft => ({
  text: form.text,
  lockedWords: form.lockedWords,
  vetoes: form.vetoes,
  firstComment: form.firstComment,
  column: form.column,
  imageIds: form.imageIds as ImageId[],
  article: {
    title: form.title,
    coverId: form.coverId as ImageId | null,
    sections: form.sections.map((section) => ({
      id: section.id as SectionId,
      heading: section.heading,
      paragraphs: splitParagraphs(section.body),
      imageId: section.imageId as ImageId | null,
      form: section.form ?? null, // a draft kept on the device may be older than the field
    })),
  },
  topics: form.topics,
  storeIds: form.storeIds as StoreId[],
  isAd: form.isAd,
  imageMarks: storedMarks(form.imageMarks, imageIdsOf(form)) as Draft['imageMarks'],
  orderFree: form.orderFree,
  ...(purposeOf(form) as Omit<Purpose, 'columnId' | 'regionIds' | 'teamIds' | 'circleIds' | 'minors' | 'pollId'> & {
    columnId: ColumnId | null
    regionIds: RegionId[]
    teamIds: TeamId[]
    circleIds: CircleId[]
    minors: { imageId: ImageId; proof: string }[]
    pollId: PollId | null
  }),
})

/** Would saving these two store the same? Blank lines at a paragraph's end are no change. */
export const sameDraft = (a: DraftForm, b: DraftForm): boolean =>
  a === b || JSON.stringify(draftOf(a)) === JSON.stringify(draftOf(b))

export const imageIdsOf = (form: DraftForm): string[] =>
  [...form.imageIds, form.coverId, ...form.sections.map((section) => section.imageId)].filter((id) => id !== null)

/** Of the pictures that are known, those it names. */
export const imagesNamed = (form: DraftForm, known: Record<string, ShownImage>): ShownImage[] =>
  imageIdsOf(form).flatMap((imageId) => known[imageId] ?? [])

/** Every place of one picture given to another, and its marks with them. */
export const replaceImage = (form: DraftForm, from: string, to: string): Partial<DraftForm> => {
  const put = <T extends string | null>(id: T): T | string => (id === from ? to : id)
  return {
    imageIds: form.imageIds.map(put),
    coverId: put(form.coverId),
    sections: form.sections.map((section) => ({ ...section, imageId: put(section.imageId) })),
    imageMarks: form.imageMarks.map((mark) => ({ ...mark, imageId: put(mark.imageId) })),
    minors: form.minors.map((minor) => ({ ...minor, imageId: put(minor.imageId) })),
  }
}
