// Where in the form does an advertising word stand, and what becomes of the form when a safe wording takes its place?
import { checkAdvert } from '@shared/domain/advert/check'
import { articleText, type PostFinding } from '@shared/domain/advert/sign'
import { splitParagraphs } from '@shared/domain/draft'
import type { DraftForm } from './draft-form'

/** A field of the form and the UTF-16 offset in it. `n`: which section, from 0. */
export type Spot =
  | { in: 'text' | 'firstComment' | 'title'; at: number }
  | { in: 'heading' | 'body'; n: number; sectionId: string; at: number }
/** `spot` is null where the word runs over more than one field. */
export type FormFinding = PostFinding & { spot: Spot | null }
export type Written = Pick<DraftForm, 'title' | 'sections'>

type Stretch = { from: number; length: number; spot: Spot }

/** What the check reads as one text, and which stretch of it came from which field. */
const readArticle = ({ title, sections }: Written): { text: string; stretches: Stretch[] } => {
  const article = {
    title,
    sections: sections.map(({ heading, body }) => ({ heading, paragraphs: splitParagraphs(body) })),
  }
  const stretches: Stretch[] = []
  let from = 0
  const add = (length: number, spot: Spot) => {
    stretches.push({ from, length, spot })
    from += length + 1 // the line end between two fields
  }
  add(title.length, { in: 'title', at: 0 })
  sections.forEach(({ id, heading, body }, n) => {
    add(heading.length, { in: 'heading', n, sectionId: id, at: 0 })
    let read = 0
    for (const paragraph of splitParagraphs(body)) {
      const at = Math.max(read, body.indexOf(paragraph, read))
      add(paragraph.length, { in: 'body', n, sectionId: id, at })
      read = at + paragraph.length
    }
  })
  return { text: articleText(article), stretches }
}

const isWhole = (finding: PostFinding, { from, length }: Stretch): boolean =>
  finding.at >= from && finding.at + finding.word.length <= from + length

export const findInArticle = (written: Written): FormFinding[] => {
  const { text, stretches } = readArticle(written)
  return checkAdvert(text).map((each) => {
    const finding = { ...each, field: 'article' as const }
    const stretch = stretches.find((known) => isWhole(finding, known))
    const spot = stretch ? { ...stretch.spot, at: stretch.spot.at + finding.at - stretch.from } : null
    return { ...finding, spot }
  })
}

export const findInLine = (field: 'text' | 'firstComment', words: string): FormFinding[] =>
  checkAdvert(words).map((finding) => ({ ...finding, field, spot: { in: field, at: finding.at } }))

/** As the server finds them when the post is published. */
export const findWords = (form: Pick<DraftForm, 'text' | 'firstComment'> & Written): FormFinding[] => [
  ...findInLine('text', form.text),
  ...findInLine('firstComment', form.firstComment),
  ...findInArticle(form),
]

export const textAt = (form: DraftForm, spot: Spot): string => {
  if (!('sectionId' in spot)) return form[spot.in]
  return form.sections.find(({ id }) => id === spot.sectionId)?.[spot.in] ?? ''
}

/** The form with this one word replaced; nothing where the word no longer stands there. */
export const replaceWord = (form: DraftForm, { spot, word }: FormFinding, instead: string): Partial<DraftForm> => {
  if (!spot) return {}
  const text = textAt(form, spot)
  if (text.slice(spot.at, spot.at + word.length) !== word) return {}
  const changed = text.slice(0, spot.at) + instead + text.slice(spot.at + word.length)
  if (!('sectionId' in spot)) return { [spot.in]: changed }
  const { sectionId } = spot
  return {
    sections: form.sections.map((section) => (section.id === sectionId ? { ...section, [spot.in]: changed } : section)),
  }
}

/** Without half a character where a cut went through one. */
export const unbroken = (part: string): string => part.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

/** A few characters before and after, to see what is meant. */
export const quoteOf = (text: string, at: number, word: string): { before: string; after: string } => {
  const AROUND = 8
  const end = at + word.length
  const before = text.slice(Math.max(0, at - AROUND), at)
  const after = text.slice(end, end + AROUND)
  const line = (part: string) => unbroken(part).replace(/\s+/g, ' ')
  return {
    before: (at > AROUND ? '…' : '') + line(before),
    after: line(after) + (end + AROUND < text.length ? '…' : ''),
  }
}
