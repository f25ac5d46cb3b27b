// How many talks a day does she want? Shown at once, kept by the cloud when her taps pause, now or when there is signal.
import { TALKS_A_DAY_MAX } from '@shared/domain/limits'
import { useEffect, useRef, useState } from 'react'
import { deliver } from '@/platform/outbox'
import { queries } from '@/platform/queries'
import type { ShownDay } from './shown'
import { DAY } from './use-day'

const SET_AFTER_MS = 600 // taps come in a row

const show = (aDay: number): void => void queries.setQueryData<ShownDay>(DAY, (day) => day && { ...day, aDay })

const send = async (aDay: number): Promise<void> => {
  const kept = await deliver('talk.limit', 'talk.limit', { aDay })
  show(kept?.aDay ?? aDay)
}

/** `change` takes the number she means; it stays between one and the most there may be. */
export const useLimit = (kept: number) => {
  const [draft, setDraft] = useState<number | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const unsent = useRef<number | null>(null)
  const flush = useRef(() => {
    const aDay = unsent.current
    unsent.current = null
    if (aDay === null) return
    send(aDay)
      .catch(setFailure)
      .finally(() => {
        if (unsent.current === null) setDraft(null)
      })
  })
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(flush.current, SET_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => flush.current, []) // also when the page goes
  const change = (aDay: number) => {
    const next = Math.min(TALKS_A_DAY_MAX, Math.max(1, aDay))
    unsent.current = next
    setFailure(null)
    setDraft(next)
  }
  return { aDay: draft ?? kept, change, failure }
}
