// What differs between two drafts? Texts word by word, the article section by section, pictures and lists by what came and went.
import { diffArrays } from 'diff'
import type { DraftForm, SectionForm } from '@/features/post/draft-form'

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }
export type TextPart = 'text' | 'firstComment' | 'title' | 'painPoint' | 'persona' | 'column'
export type ListPart = 'topics' | 'lockedWords' | 'vetoes' | 'labels'
export type SectionDifference = {
  id: string
  n: number // its place in the newer one, in the older one when it is gone
  kind: 'added' | 'removed' | 'changed' | 'moved'
  heading: Piece[]
  body: Piece[]
  picture: boolean // another picture, or none any more
}
export type Difference = {
  texts: { part: TextPart; pieces: Piece[] }[]
  sections: SectionDifference[]
  images: { added: string[]; removed: string[]; moved: boolean }
  lists: { part: ListPart; added: string[]; removed: string[] }[]
  /** The rest is told by name only. */
  audience: boolean
  plan: boolean
  marks: boolean
  ad: boolean
  poll: boolean // what the article asks at its end
}

const segmenter =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null
/** Words where the browser knows them, characters where it does not. */
const split = (text: string): string[] =>
  segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : Array.from(text)

/** Two long texts with nothing in common are not worth more. */
const LONGEST_MS = 400

export const compareTexts = (before: string, after: string): Piece[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const whole: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  const parts = diffArrays(split(before), split(after), { timeout: LONGEST_MS })
  const pieces: Piece[] = parts
    ? parts.map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      }))
    : whole
  return pieces.filter(({ text }) => text !== '')
}

const came = (before: readonly string[], after: readonly string[]): string[] =>
  after.filter((item) => !before.includes(item))

/** Has the order of those in both changed? */
const isMoved = (before: readonly string[], after: readonly string[]): boolean => {
  const both = (list: readonly string[], other: readonly string[]) =>
    list.filter((item) => other.includes(item)).join('\n')
  return both(before, after) !== both(after, before)
}

const sectionOf = (
  before: SectionForm | undefined,
  after: SectionForm | undefined,
): Omit<SectionDifference, 'id' | 'n'> => ({
  kind: before ? (after ? 'changed' : 'removed') : 'added',
  heading: compareTexts(before?.heading ?? '', after?.heading ?? ''),
  body: compareTexts(before?.body ?? '', after?.body ?? ''),
  picture: (before?.imageId ?? null) !== (after?.imageId ?? null),
})

const isTelling = ({ kind, heading, body, picture }: Omit<SectionDifference, 'id' | 'n'>): boolean =>
  kind !== 'changed' || picture || [...heading, ...body].some((piece) => piece.kind !== 'same')

const compareSections = (before: readonly SectionForm[], after: readonly SectionForm[]): SectionDifference[] => {
  const moved = isMoved(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
  const now = after.flatMap((section, at): SectionDifference[] => {
    const told = sectionOf(
      before.find(({ id }) => id === section.id),
      section,
    )
    const isElsewhere = moved && before.findIndex(({ id }) => id === section.id) !== at
    if (isTelling(told)) return [{ id: section.id, n: at + 1, ...told }]
    return isElsewhere ? [{ id: section.id, n: at + 1, ...told, kind: 'moved' }] : []
  })
  const gone = before.flatMap((section, at) =>
    after.some(({ id }) => id === section.id) ? [] : [{ id: section.id, n: at + 1, ...sectionOf(section, undefined) }],
  )
  return [...now, ...gone]
}

const TEXTS: readonly TextPart[] = ['text', 'firstComment', 'title', 'painPoint', 'persona', 'column']
const LISTS: readonly ListPart[] = ['topics', 'lockedWords', 'vetoes', 'labels']

const differ = (a: DraftForm, b: DraftForm, fields: readonly (keyof DraftForm)[]): boolean =>
  fields.some((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))

export const compareForms = (before: DraftForm, after: DraftForm): Difference => {
  const images = [before, after].map(({ imageIds, coverId, sections }) => [
    ...new Set([...imageIds, coverId, ...sections.map(({ imageId }) => imageId)].filter((id) => id !== null)),
  ])
  const [had = [], has = []] = images
  return {
    texts: TEXTS.filter((part) => before[part] !== after[part]).map((part) => ({
      part,
      pieces: compareTexts(before[part], after[part]),
    })),
    sections: compareSections(before.sections, after.sections),
    images: { added: came(had, has), removed: came(has, had), moved: isMoved(before.imageIds, after.imageIds) },
    lists: LISTS.map((part) => ({
      part,
      added: came(before[part], after[part]),
      removed: came(after[part], before[part]),
    })).filter(({ added, removed }) => added.length + removed.length > 0),
    audience: differ(before, after, ['storeIds', 'regionIds', 'teamIds', 'kinds', 'tones', 'circleIds']),
    plan: differ(before, after, ['columnId', 'channels', 'coolDays', 'expiresAt']),
    marks: differ(before, after, ['imageMarks', 'orderFree', 'minors']),
    ad: before.isAd !== after.isAd,
    poll: before.pollId !== after.pollId,
  }
}

export const isNothing = (difference: Difference): boolean => {
  const { texts, sections, images, lists, audience, plan, marks, ad, poll } = difference
  const told = texts.length + sections.length + images.added.length + images.removed.length + lists.length
  return told === 0 && !images.moved && !audience && !plan && !marks && !ad && !poll
}
