// Counts how this article is read, from the moment it is on screen.
import type { PostId, SectionId, ShareToken } from '@shared/domain/ids'
import { useEffect, useRef } from 'react'
import { useForeground, useInteraction } from '@/platform/lifecycle'
import { entryScene } from '@/platform/nav'
import { flushOutbox } from '@/platform/outbox'
import { watchSections } from '@/platform/sections'
import { type RunningReading, runReading } from './run-reading'

type What = {
  postId: string
  version: number
  token: string | null
  repId: string | null
  sectionIds: readonly string[]
}

/** Use it in a part that stands only while the article does. Returns what a touch on the article calls. */
export const useReading = ({ postId, version, token, repId, sectionIds }: What): (() => void) => {
  const reading = useRef<RunningReading | null>(null)
  const current = (): RunningReading => {
    reading.current ??= runReading({
      postId: postId as PostId,
      version,
      token: token as ShareToken | null,
      scene: entryScene(),
      repId,
    })
    return reading.current
  }
  useForeground(
    () => {
      current().show()
      void flushOutbox()
    },
    () => reading.current?.hide(),
  )
  const touch = (): void => reading.current?.touch()
  useInteraction(touch)
  const order = sectionIds.join(' ')
  useEffect(() => {
    const ids = order === '' ? [] : (order.split(' ') as SectionId[])
    return watchSections(ids, {
      onSection: (id, visible) => reading.current?.see(id, visible),
      onDepth: (depth) => reading.current?.reach(depth),
    })
  }, [order])
  useEffect(() => () => reading.current?.close(), [])
  return touch
}
