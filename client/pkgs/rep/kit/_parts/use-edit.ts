// Her own wording while she writes it: judged when she pauses, kept on the phone, sent when she says so.
import type { EditVerdict } from '@shared/domain/own-edit'
import { useEffect, useRef, useState } from 'react'
import { editText } from '@/features/kit/own-words'
import { keepDraft, recallDraft, saveKey } from '@/features/kit/saves'
import type { OpenedKit } from '@/features/kit/use-kits'
import { useIsAlive } from '@/platform/page'
import { errorText } from '@/ui/error-text'
import { applyFix, type Fix, rowsOf } from './edit-rows'

export const PAUSE_MS = 300

type Judge = (text: string) => EditVerdict

/** What she wrote and never stored, kept beyond the life of the page; it goes once it is what the cloud has. */
const useKeptDraft = (kit: OpenedKit, text: string) => {
  const latest = useRef({ kit, text, stored: false })
  Object.assign(latest.current, { kit, text })
  const keep = useRef(() => {
    const { kit: now, text: written, stored } = latest.current
    if (stored) return
    const open = written.trim() !== '' && written.trim() !== now.text
    const draft = open ? { of: now.dealt, text: written } : undefined
    keepDraft(saveKey(now.postId, now.version), draft, Date.now())
  }).current
  useEffect(() => keep, [keep]) // as the page goes
  const settle = () => {
    latest.current.stored = true
  }
  return { keep, settle }
}

export const useEdit = (kit: OpenedKit, judge: Judge, onStored: () => void) => {
  const [found] = useState(() => recallDraft(saveKey(kit.postId, kit.version), kit.dealt))
  const [text, setText] = useState(found ?? kit.text)
  const [judged, setJudged] = useState(() => ({ text, verdict: judge(text) }))
  const [state, setState] = useState({ sending: false, error: '' })
  const sending = useRef(false)
  const isAlive = useIsAlive()
  const { keep, settle } = useKeptDraft(kit, text)
  const judgeNow = useRef((_: string): boolean => true)
  judgeNow.current = (now) => {
    const verdict = judge(now)
    setJudged({ text: now, verdict })
    return verdict.ok
  }
  useEffect(() => {
    const timer = setTimeout(() => {
      judgeNow.current(text)
      keep()
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, keep])

  const write = (next: string) => {
    setText(next)
    setState((now) => ({ ...now, error: '' }))
  }
  /** At once, not when she pauses. */
  const put = (next: string) => {
    write(next)
    judgeNow.current(next)
  }
  const send = async (next: string | null): Promise<void> => {
    if (sending.current) return
    sending.current = true
    setState({ sending: true, error: '' })
    const error = await editText(kit, next).then(
      () => '',
      (failure: unknown) => errorText(failure),
    )
    sending.current = false
    if (error === '') settle()
    if (!isAlive()) return
    setState({ sending: false, error })
    if (error === '') onStored()
  }
  return {
    text,
    found: found !== null && found === text,
    verdict: judged.verdict,
    rows: rowsOf(judged.verdict, { edit: judged.text, dealt: kit.dealt }),
    ...state,
    keep,
    write,
    /** A place found in an older text is no place in this one. */
    fix: (fix: Fix) => (judged.text === text ? put(applyFix(text, fix)) : void judgeNow.current(text)),
    forget: () => put(kit.text),
    store: async () => {
      if (judgeNow.current(text)) await send(text.trim())
    },
    restore: async () => {
      if (kit.text === kit.dealt) put(kit.dealt)
      else await send(null)
    },
  }
}
