// Which pictures of the post say nothing to somebody who cannot see them?
import { useLingui } from '@lingui/react'
import type { DraftForm, ShownImage } from '@/features/post/draft-form'

/** Places (1, 2 …) of the pictures that are known and have no words. */
export const withoutWords = (imageIds: readonly string[], known: Record<string, ShownImage>): number[] =>
  imageIds.flatMap((imageId, place) => (known[imageId]?.alt.trim() === '' ? [place + 1] : []))

type Props = { form: Pick<DraftForm, 'imageIds'>; known: Record<string, ShownImage> }

export function AltMissing({ form, known }: Props) {
  const { i18n } = useLingui()
  const missing = withoutWords(form.imageIds, known)
  if (missing.length === 0) return null
  return (
    <p id="alt-missing" className="desk-warm">
      {i18n._('第 {places} 张还没写图里是什么，看不见图的客户就错过了', { places: missing.join(i18n._('、')) })}
    </p>
  )
}
