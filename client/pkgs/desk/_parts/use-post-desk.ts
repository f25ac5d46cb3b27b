// Everything the editor works with: the draft, what its text can become, and what stands in the way of publishing.
import type { SectionId } from '@shared/domain/ids'
import { articleLength, mayRewrite } from '@shared/domain/post'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { type DraftForm, draftOf, type ShownPost } from '@/features/post/draft-form'
import { reportText } from '@/features/post/text-report'
import { useDraft } from '@/features/post/use-draft'
import { useFound } from '@/features/post/use-found'
import { useStores } from '@/features/post/use-posts'
import { useReach } from '@/features/post/use-reach'
import { fieldOf, type RefusedField } from '@/features/post/words'
import { asShown, errorText } from '@/ui/error-text'
import { useAddress } from './Address'

export type Refusal = { field: RefusedField; message: string }
type Opened = { postId: string; post: ShownPost | null; saved: DraftForm }

const isEditable = (post: ShownPost | null): boolean => !post || mayRewrite(post.state)

export const usePostDesk = ({ postId, post, saved }: Opened) => {
  const { go, guard } = useAddress()
  const editable = isEditable(post)
  const draft = useDraft({ postId, saved, version: post?.version ?? 0, editable, images: post?.images ?? [] })
  const { form } = draft.editing
  const stores = useStores()
  const audience = useReach(form, stores)
  const text = useDeferredValue(form.text)
  const report = useMemo(
    () => reportText({ text, lockedWords: form.lockedWords, vetoes: form.vetoes }, audience.reps),
    [text, form.lockedWords, form.vetoes, audience.reps],
  )
  const length = useMemo(() => {
    const { title, sections } = draftOf(form).article
    return articleLength({
      title,
      sections: sections.map((section) => ({
        ...section,
        id: section.id as SectionId,
        image: null,
        form: section.form ?? null,
      })),
    })
  }, [form])
  const found = useFound(form)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is about the text as it was; another keystroke answers it
  useEffect(() => setRefusal(null), [form])

  const latest = useRef(draft)
  latest.current = draft
  useEffect(() => {
    guard({ isUnsaved: () => latest.current.unsaved, save: async () => (await latest.current.save()) !== null })
    return () => guard(null)
  }, [guard])
  const { version } = draft.editing
  useEffect(() => {
    if (version > 0) go({ new: '' }, 'replace') // stored once: the address leads to it from now on
  }, [version, go])

  /** Puts a refusal of the server at the field it is about. */
  const refuse = (error: unknown): Refusal => {
    const shown = asShown(error) as { reason?: string; field?: string }
    const told = { field: fieldOf({ ...shown, ...(error as object) }), message: errorText(error) }
    setRefusal(told)
    return told
  }
  return { postId, post, editable, draft, form, stores, audience, report, found, length, refusal, setRefusal, refuse }
}

export type PostDesk = ReturnType<typeof usePostDesk>
