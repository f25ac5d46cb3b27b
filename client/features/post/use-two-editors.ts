// Somebody else stored this post, or an earlier version comes back: what can be done, with nobody's words lost.
import type { PostId } from '@shared/domain/ids'
import { CallError, call } from '@/platform/call'
import { mintId } from '@/platform/mint'
import { draftOf, formOf, imagesNamed, type ShownImage, type ShownPost } from './draft-form'
import { type Editing, hasUnsaved, type stepEditing } from './editing'
import { forgetDraft, rememberDraft } from './local-draft'
import { mergeForms } from './merge-forms'
import { usePostMemory } from './use-posts'

type Writing = {
  postId: string
  now: { readonly current: Editing }
  step: (step: Parameters<typeof stepEditing>[1]) => void
  known: Record<string, ShownImage>
  know: (image: ShownImage) => void
}

const useTheirs = ({ postId, now, step, known, know }: Writing) => {
  const remembered = usePostMemory()
  /** What is stored now; nothing here changes. Throws CallError. */
  const seeTheirs = async (): Promise<ShownPost> => {
    const theirs = await call('hq', 'post.see', { postId: postId as PostId })
    theirs.images.forEach(know)
    return theirs
  }
  /** Theirs is shown; mine, where it was not stored, is kept on this device. Throws CallError. */
  const takeTheirs = async (): Promise<void> => {
    const theirs = await seeTheirs()
    const { form, version } = now.current
    if (hasUnsaved(now.current))
      rememberDraft({ postId, baseVersion: version, form, images: imagesNamed(form, known), at: Date.now() })
    step({ type: 'took-theirs', form: formOf(theirs.draft), version: theirs.version })
    remembered.put(theirs)
  }
  /** Both in one draft, stored at the next quiet moment; the places both wrote, where mine stays. */
  const mergeTheirs = (theirs: ShownPost): string[] => {
    const stored = formOf(theirs.draft)
    const { saved: base, form: mine } = now.current
    const { form, clashes } = mergeForms({ base, mine, theirs: stored })
    step({ type: 'merged', theirs: stored, form, version: theirs.version })
    remembered.put(theirs)
    return clashes
  }
  return { seeTheirs, takeTheirs, mergeTheirs }
}

/** Each keeps both texts until one is let go by name. */
export const useTwoEditors = (writing: Writing) => {
  const { postId, now, step, know } = writing
  const remembered = usePostMemory()
  const theirs = useTheirs(writing)
  /** Someone stored while this one was about to be published. */
  const overtaken = (error: unknown) => step({ type: 'refused', error, conflict: true })
  const takeMine = () => step({ type: 'took-mine' })
  const dropMine = () => {
    step({ type: 'dropped-mine' })
    forgetDraft(postId)
  }
  /** Mine becomes a post of its own, theirs stays as it is; the new post's id. Throws CallError. */
  const saveAside = async (): Promise<string> => {
    const aside = mintId()
    const draft = draftOf(now.current.mine ?? now.current.form)
    remembered.put(await call('hq', 'post.save', { postId: aside as PostId, baseVersion: 0, draft }))
    step({ type: 'replaced', form: now.current.saved, version: now.current.version })
    dropMine()
    return aside
  }
  /**
   * An earlier version becomes the newest; what is typed must be stored before: where it was this moment, `baseVersion` says
   * as what, for nothing has been drawn since. False: somebody stored first. Throws CallError.
   */
  const restore = async (version: number, baseVersion = now.current.version): Promise<boolean> => {
    try {
      const post = await call('hq', 'version.restore', { postId: postId as PostId, version, baseVersion })
      post.images.forEach(know)
      step({ type: 'replaced', form: formOf(post.draft), version: post.version })
      remembered.put(post)
      return true
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'conflict') throw error
      step({ type: 'refused', error, conflict: true })
      return false
    }
  }
  return { ...theirs, overtaken, takeMine, dropMine, saveAside, restore }
}
