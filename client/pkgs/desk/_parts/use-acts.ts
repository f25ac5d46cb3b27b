// Publishing and recalling from the desk: what is typed is stored first, and a refusal stands at its field.
import { useLingui } from '@lingui/react'
import { mayPublishPost } from '@shared/domain/post'
import { type Out, usePostActs } from '@/features/post/use-posts'
import { useReviewActs } from '@/features/post/use-reviews'
import { wordVerdict } from '@/features/post/words'
import { asShown } from '@/ui/error-text'
import { useAddress } from './Address'
import type { PostDesk } from './use-post-desk'

const FIELD_IDS: Record<string, string> = {
  text: 'post-text',
  firstComment: 'post-comment',
  lockedWords: 'post-locked',
  title: 'article-title',
  article: 'article-title',
  image: 'safety',
  alt: 'safety',
}

/** It is somebody else's turn: nobody saved meanwhile. */
const isAboutReview = (error: unknown): boolean =>
  ['needs-approval', 'under-review', 'not-submitted'].includes(String((error as { reason?: unknown } | null)?.reason))

export const show = (field: string): void => {
  const id = FIELD_IDS[field]
  const place = id ? document.getElementById(`${id}-field`) : document.querySelector('.desk-notices')
  place?.scrollIntoView({ block: 'center' })
  if (id) document.getElementById(id)?.focus({ preventScroll: true })
}

/** What the desk itself can see standing in the way, at its field; true when nothing does. */
export const useReady = (desk: PostDesk): (() => boolean) => {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const { form, report, setRefusal } = desk
  return () => {
    const facts = { state: 'draft' as const, version: 1, text: form.text, lockedWords: form.lockedWords }
    const article = { title: form.title, cover: null, sections: [] }
    const decision = mayPublishPost({ ...facts, article }, { version: 1, publishAt: null }, 0)
    const stop = (field: 'text' | 'lockedWords' | 'title', message: string) => {
      go({ view: '' })
      setRefusal({ field, message })
      setTimeout(() => show(field))
      return false
    }
    if (!decision.ok && decision.reason === 'text-missing') return stop('text', i18n._('还没写朋友圈文案'))
    if (!decision.ok && decision.reason === 'locked-word-missing')
      return stop('lockedWords', i18n._('文案里没有：{words}', { words: report.missing.join(i18n._('、')) }))
    if (!decision.ok && decision.reason === 'title-missing') return stop('title', i18n._('还没写长文标题'))
    const verdict = wordVerdict(i18n, report.verdict, form.text)
    return verdict === null || stop('text', verdict)
  }
}

/** To the texts that the reps get: of what is stored, so what is typed is stored first. */
export const useSeePool = (desk: PostDesk): (() => Promise<void>) => {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const { draft, editable, post, form } = desk
  return async () => {
    if (form.text.trim() === '') {
      desk.setRefusal({ field: 'text', message: i18n._('先写点文案') })
      setTimeout(() => show('text'))
      return
    }
    const stored = editable && (draft.unsaved || !post) ? await draft.save() : post
    if (stored) go({ view: 'pool' })
  }
}

export const useActs = (desk: PostDesk) => {
  const { publish, recall } = usePostActs()
  const { submit } = useReviewActs()
  const { go } = useAddress()
  const { draft } = desk

  /** Null when done; else the sentence for the dialog (the field has it too), '' when another dialog took over. */
  const send = async (out: Out, way: 'publish' | 'submit'): Promise<string | null> => {
    try {
      const stored = desk.editable && (draft.unsaved || !desk.post) ? await draft.save() : desk.post
      if (!stored) return ''
      const of = { postId: stored.postId, version: stored.version }
      draft.adopt(await (way === 'submit' ? submit(of, out) : publish(of, out)))
      setTimeout(() => show('outcome'))
      return null
    } catch (error) {
      if (asShown(error).code === 'conflict' && !isAboutReview(error)) {
        draft.overtaken(error)
        return ''
      }
      const told = desk.refuse(error)
      if (told.field === 'time' || told.field === 'form') return told.message
      go({ view: '' }) // the field is in the form, not beside the texts
      setTimeout(() => show(told.field))
      return ''
    }
  }
  /** Throws CallError. */
  const takeBack = async (reason: string): Promise<void> => draft.adopt(await recall(desk.postId, reason))
  return { send, takeBack }
}
