// Writing one post: every keystroke is kept on this device, quiet moments are saved, conflicts are told.
import { findOverlong } from '@shared/domain/draft'
import type { PostId } from '@shared/domain/ids'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { CallError, call } from '@/platform/call'
import { mintId } from '@/platform/mint'
import { type DraftForm, draftOf, formOf, type ShownPost } from './draft-form'
import { type Editing, hasUnsaved, startEditing, stepEditing } from './editing'
import { forgetDraft, recallDraft, rememberDraft } from './local-draft'
import { usePostMemory } from './use-posts'

export const AUTOSAVE_AFTER_MS = 3_000

export type Opened = { postId: string; saved: DraftForm; version: number; editable: boolean }

/** An unfinished copy on this device is taken up again; over a newer version it waits as `mine`. */
const open = ({ postId, saved, version, editable }: Opened): Editing => {
  const kept = recallDraft(postId)
  if (!kept) return startEditing(saved, version)
  if (editable && kept.baseVersion === version) return startEditing(saved, version, kept.form)
  return { ...startEditing(saved, version), mine: kept.form }
}

export const useDraft = (opened: Opened) => {
  const { postId, editable } = opened
  const remembered = usePostMemory()
  const [editing, step] = useReducer(stepEditing, opened, open)
  const now = useRef(editing)
  now.current = editing
  const running = useRef<Promise<ShownPost | null> | null>(null)

  const change = useCallback((patch: Partial<DraftForm>) => step({ type: 'typed', patch }), [])

  const send = useCallback(async (): Promise<ShownPost | null> => {
    const { form, version } = now.current
    step({ type: 'sending' })
    try {
      const post = await call('hq', 'post.save', {
        postId: postId as PostId,
        baseVersion: version,
        draft: draftOf(form),
      })
      step({ type: 'stored', sent: form, version: post.version })
      remembered.put(post)
      return post
    } catch (error) {
      step({ type: 'refused', error, conflict: error instanceof CallError && error.code === 'conflict' })
      return null
    }
  }, [postId, remembered])

  /** Saves what is typed; the post as stored, or null when it was refused (`editing.error` says why). */
  const save = useCallback(async (): Promise<ShownPost | null> => {
    while (running.current) await running.current
    const sent = send()
    running.current = sent
    const post = await sent
    running.current = null
    return post
  }, [send])

  const unsaved = hasUnsaved(editing)
  const { form, version, mine } = editing
  const rests = editing.phase !== 'quiet' || findOverlong(editing.form) !== null
  useEffect(() => {
    if (!editable) return
    if (unsaved) rememberDraft({ postId, baseVersion: version, form, at: Date.now() })
    else if (!mine) forgetDraft(postId)
  }, [editable, unsaved, postId, version, form, mine])
  useEffect(() => {
    if (!editable || !unsaved || rests) return
    const timer = setTimeout(() => {
      if (now.current.form === form) void save()
    }, AUTOSAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [editable, unsaved, rests, form, save])

  const takeTheirs = useCallback(async () => {
    const theirs = await call('hq', 'post.see', { postId: postId as PostId })
    rememberDraft({ postId, baseVersion: now.current.version, form: now.current.form, at: Date.now() })
    step({ type: 'took-theirs', form: formOf(theirs.draft), version: theirs.version })
    remembered.put(theirs)
  }, [postId, remembered])
  const takeMine = useCallback(() => step({ type: 'took-mine' }), [])

  const dropMine = useCallback(() => {
    step({ type: 'dropped-mine' })
    forgetDraft(postId)
  }, [postId])

  /** Mine becomes a post of its own, theirs stays as it is; the new post's id. Throws CallError. */
  const saveAside = useCallback(async (): Promise<string> => {
    const aside = mintId()
    const draft = draftOf(now.current.mine ?? now.current.form)
    remembered.put(await call('hq', 'post.save', { postId: aside as PostId, baseVersion: 0, draft }))
    forgetDraft(postId)
    return aside
  }, [postId, remembered])

  return { editing, unsaved, change, save, takeTheirs, takeMine, dropMine, saveAside }
}

export type DraftDesk = ReturnType<typeof useDraft>
