// How she wants to hear of readings: shown at once, kept by the cloud now or when there is signal.
import type { Input, Output } from '@shared/contracts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { CallError, call } from '@/platform/call'
import { mintId } from '@/platform/mint'
import { askForMessages, type NoticeChannel } from '@/platform/notice'
import { deliver, post } from '@/platform/outbox'
import { queries } from '@/platform/queries'

export type Notices = Output<'rep', 'notice.see'>
type NoticeSettings = Input<'rep', 'notice.set'>
export type Asked = '' | 'accepted' | 'refused' | 'closed' | 'later'

const NOTICES = ['rep', 'notice.see'] as const
const TOLD_LATER: ReadonlySet<string> = new Set(['internal', 'too-many'])
const SET_AFTER_MS = 600 // taps on the hours come in a row
const show = (notices: Notices): void => void queries.setQueryData(NOTICES, notices)

export const useNotices = () => useQuery({ queryKey: NOTICES, queryFn: () => call('rep', 'notice.see', {}) })

/** `change` shows at once and is sent when the taps pause, also when the page goes; `failed` when the cloud said no. */
export const useNoticeSettings = (kept: NoticeSettings) => {
  const [draft, setDraft] = useState<NoticeSettings | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const unsent = useRef<NoticeSettings | null>(null)
  const send = useRef(() => {
    const settings = unsent.current
    unsent.current = null
    if (!settings) return
    deliver('notice.set', 'notice.set', settings)
      .then((notices) => {
        if (notices && !unsent.current) {
          show(notices)
          setDraft(null)
        }
      })
      .catch((error: unknown) => {
        setFailure(error)
        if (!unsent.current) setDraft(null)
      })
  })
  useEffect(() => {
    if (!draft) return
    const timer = setTimeout(send.current, SET_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => send.current, [])
  const settings = draft ?? kept
  const change = (part: Partial<NoticeSettings>) => {
    const next = { ...settings, ...part }
    unsent.current = next
    setFailure(null)
    setDraft(next)
  }
  return { settings, change, failure }
}

/** At her tap. A yes that cannot be told now is told later, and counts once. */
export const askNotices = async (channel: NoticeChannel, templateId: string): Promise<Asked> => {
  const answer = await askForMessages(channel, templateId)
  if (answer === 'closed') return answer
  const grantId = mintId()
  const grant = { grantId, channel, accepted: answer === 'accepted' }
  const notices = await deliver(`grant.${grantId}`, 'notice.grant', grant).catch((error: unknown) => {
    if (!(error instanceof CallError && TOLD_LATER.has(error.code))) throw error
    post('rep', 'notice.grant', grant)
    return null
  })
  if (notices) show(notices)
  return notices === null && answer === 'accepted' ? 'later' : answer
}
