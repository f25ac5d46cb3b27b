// What was just done, with 撤销 within reach for some seconds; later the history of the contact still has it.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useIsAlive } from '@/platform/page'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { undo } from './acts'
import './UndoBar.scss'

/** eventId null: told only, there is nothing to take back. */
export type Done = { words: string; eventId: string | null }

export type Tell = (act: Promise<{ eventId?: string }>, words: string) => Promise<void>

/** Runs an act and tells how it ended: done, with the way back, or why not. */
export const useTell = () => {
  const [done, onDone] = useState<Done | null>(null)
  const [busy, setBusy] = useState(false)
  const isAlive = useIsAlive()
  const tell: Tell = async (act, words) => {
    setBusy(true)
    const ended = await act.then(
      ({ eventId = null }: { eventId?: string | null }) => ({ words, eventId }),
      (failure: unknown) => ({ words: errorText(failure), eventId: null }),
    )
    if (!isAlive()) return
    setBusy(false)
    onDone(ended)
  }
  return { done, onDone, busy, tell }
}

const STAYS_MS = 8_000

type Props = { done: Done | null; onDone: (done: Done | null) => void; act?: (id: string) => Promise<unknown> }

/** act: what takes it back, where that is no event of who is who. */
export function UndoBar({ done, onDone, act = undo }: Props) {
  const { i18n } = useLingui()
  const [busy, setBusy] = useState(false)
  const isAlive = useIsAlive()
  useEffect(() => {
    if (!done || busy) return
    const timer = setTimeout(() => onDone(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [done, busy, onDone])
  const takeBack = (id: string) => {
    setBusy(true)
    act(id)
      .then(
        () => ({ words: i18n._('撤销了'), eventId: null }),
        (failure: unknown) => ({ words: errorText(failure), eventId: id }),
      )
      .then((next) => {
        if (!isAlive()) return
        setBusy(false)
        onDone(next)
      })
  }
  const eventId = done?.eventId ?? null
  return (
    // stands always: a screen reader tells what comes into a region, not the region's own coming
    <View {...describe('status')}>
      {done && (
        <View className="undo-bar">
          <Text className="undo-words">{done.words}</Text>
          {eventId && (
            <Button kind="quiet" small busy={busy} className="undo-act" onTap={() => takeBack(eventId)}>
              {i18n._('撤销')}
            </Button>
          )}
        </View>
      )}
    </View>
  )
}
