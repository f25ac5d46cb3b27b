// Writing one post: every keystroke is kept on this device, quiet moments are saved, conflicts are told.
import { findOverlong } from '@shared/domain/draft'
import type { PostId } from '@shared/domain/ids'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { CallError, call } from '@/platform/call'
import { type DraftForm, draftOf, imagesNamed, type ShownImage, type ShownPost } from './draft-form'
import { type Change, type Editing, hasUnsaved, startEditing, stepEditing } from './editing'
import { forgetDraft, recallDraft, rememberDraft } from './local-draft'
import { usePostMemory } from './use-posts'
import { useTwoEditors } from './use-two-editors'

export const AUTOSAVE_AFTER_MS = 3_000
/** Who writes on without a pause is stored so often all the same. */
export const AUTOSAVE_AT_LEAST_MS = 30_000

export type Opened = { postId: string; saved: DraftForm; version: number; editable: boolean; images: ShownImage[] }

/** An unfinished copy on this device is taken up again; over a newer version it waits as `mine`. */
const open = ({ postId, saved, version, editable }: Opened): Editing => {
  const kept = recallDraft(postId)
  if (!kept) return startEditing(saved, version)
  const form = { ...saved, ...kept.form } // what an older app kept knows nothing of newer fields
  if (editable && kept.baseVersion === version) return startEditing(saved, version, form)
  return { ...startEditing(saved, version), mine: form }
}

/** Every picture this desk has seen, by id: the form names pictures only. */
const useKnownImages = ({ postId, images }: Opened) => {
  const [known, setKnown] = useState<Record<string, ShownImage>>(() => {
    const all: Record<string, ShownImage> = {} // Object.fromEntries is not there on every phone with iOS 12
    for (const image of [...(recallDraft(postId)?.images ?? []), ...images]) all[image.imageId] = image
    return all
  })
  const know = useCallback((image: ShownImage) => setKnown((all) => ({ ...all, [image.imageId]: image })), [])
  return { known, know }
}

/** Single flight: whoever saves while a save is on its way waits and then sends what is typed by then. */
const useSaving = (run: () => Promise<ShownPost | null>) => {
  const running = useRef<Promise<ShownPost | null> | null>(null)
  return useCallback(async (): Promise<ShownPost | null> => {
    while (running.current) await running.current
    running.current = run()
    const post = await running.current
    running.current = null
    return post
  }, [run])
}

export const useDraft = (opened: Opened) => {
  const { postId, editable } = opened
  const remembered = usePostMemory()
  const [editing, step] = useReducer(stepEditing, opened, open)
  const { known, know } = useKnownImages(opened)
  const now = useRef(editing)
  now.current = editing
  const change = useCallback((change: Change) => step({ type: 'typed', change }), [])

  const send = useCallback(async (): Promise<ShownPost | null> => {
    const { form, version } = now.current
    step({ type: 'sending' })
    try {
      const draft = draftOf(form)
      const post = await call('hq', 'post.save', { postId: postId as PostId, baseVersion: version, draft })
      step({ type: 'stored', sent: form, version: post.version })
      remembered.put(post)
      return post
    } catch (error) {
      step({ type: 'refused', error, conflict: error instanceof CallError && error.code === 'conflict' })
      return null
    }
  }, [postId, remembered])
  const save = useSaving(send)

  const unsaved = hasUnsaved(editing)
  useKeeping({ postId, editable, editing, unsaved, known })
  const rests = editing.phase !== 'quiet' || findOverlong(editing.form) !== null
  useAutosave({ due: editable && unsaved && !rests, form: editing.form, save })

  /** After publishing or recalling: the same text, perhaps another version. */
  const adopt = useCallback(
    (post: ShownPost) => step({ type: 'stored', sent: now.current.saved, version: post.version }),
    [],
  )
  const conflict = useTwoEditors({ postId, now, step, known, know })
  return { editing, unsaved, known, know, change, save, adopt, ...conflict }
}

type Keeping = {
  postId: string
  editable: boolean
  editing: Editing
  unsaved: boolean
  known: Record<string, ShownImage>
}

const useKeeping = ({ postId, editable, editing, unsaved, known }: Keeping): void => {
  const { form, version, mine } = editing
  useEffect(() => {
    if (!editable) return
    if (unsaved) rememberDraft({ postId, baseVersion: version, form, images: imagesNamed(form, known), at: Date.now() })
    else if (!mine) forgetDraft(postId)
  }, [editable, unsaved, postId, version, form, mine, known])
}

const useAutosave = ({ due, form, save }: { due: boolean; form: DraftForm; save: () => Promise<unknown> }): void => {
  const dueSince = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed form starts the quiet time anew
  useEffect(() => {
    if (!due) {
      dueSince.current = null
      return
    }
    dueSince.current ??= Date.now()
    const left = dueSince.current + AUTOSAVE_AT_LEAST_MS - Date.now()
    const timer = setTimeout(() => void save(), Math.max(0, Math.min(AUTOSAVE_AFTER_MS, left)))
    return () => clearTimeout(timer)
  }, [due, form, save])
}

export type DraftDesk = ReturnType<typeof useDraft>
