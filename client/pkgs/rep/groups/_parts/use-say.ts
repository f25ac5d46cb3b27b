// What was just done in a group, and what takes it back.
import { useRef, useState } from 'react'
import type { Done } from '@/features/contact/UndoBar'

/** Something done, with the way back where there is one. */
export type Say = (words: string, back?: () => Promise<unknown>) => void

export const useSay = () => {
  const [done, setDone] = useState<Done | null>(null)
  const back = useRef<() => Promise<unknown>>(async () => undefined)
  const say: Say = (words, takeBack) => {
    if (takeBack) back.current = takeBack
    setDone({ words, eventId: takeBack ? `back-${Date.now()}` : null })
  }
  return { done, setDone, say, takeBack: () => back.current() }
}
