// On which pictures can a child be made out, where is the guardian's consent, and what else do pictures and the post risk?
import { AD_UNMARKED, type Risk } from '@shared/domain/safety'
import { type DraftForm, draftOf, type ShownImage } from './draft-form'
import { risksOf } from './risks'

export type Minor = DraftForm['minors'][number]

export const minorOf = (minors: readonly Minor[], imageId: string): Minor | null =>
  minors.find((one) => one.imageId === imageId) ?? null

/** null: no child on it. */
export const putMinor = (minors: readonly Minor[], imageId: string, proof: string | null): Minor[] => {
  const others = minors.filter((one) => one.imageId !== imageId)
  return proof === null ? others : [...others, { imageId, proof }]
}

/** Which picture is meant: its place in Moments from 1, null: of the article only. */
export const placeOf = (form: Pick<DraftForm, 'imageIds'>, imageId: string | null): number | null => {
  const place = imageId === null ? -1 : form.imageIds.indexOf(imageId)
  return place < 0 ? null : place + 1
}

/** Beside words in fields, which are told there: what is on pictures, and an advert without its mark. */
export const risksBeside = (form: DraftForm, known: Readonly<Record<string, ShownImage>>): Risk[] =>
  risksOf(draftOf(form), Object.values(known)).filter(({ id, imageId }) => imageId !== null || id === AD_UNMARKED)
