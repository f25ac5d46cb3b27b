// Counts how this article is read, from the moment it is on screen.
import type { PostId, SectionId, ShareToken } from '@shared/domain/ids'
import { useEffect, useRef } from 'react'
import { isScripted, useForeground, useInteraction } from '@/platform/lifecycle'
import { entryChatType, entryScene } from '@/platform/nav'
import { flushOutbox } from '@/platform/outbox'
import { isMintedHere } from '@/platform/reader-share'
import { watchSections } from '@/platform/sections'
import { type Opened, type RunningReading, runReading } from './run-reading'

type What = {
  postId: string
  version: number
  token: string | null
  repId: string | null
  sections: readonly { id: string; heading: string; paragraphs: readonly string[] }[]
}

const openedOf = ({ postId, version, token, repId, sections }: What): Opened => ({
  postId: postId as PostId,
  version,
  token: token as ShareToken | null,
  scene: entryScene(),
  chatType: entryChatType(),
  by: isScripted() ? 'crawler' : token !== null && isMintedHere(token as ShareToken) ? 'sharer' : undefined,
  repId,
  lengths: Object.fromEntries(
    sections.map(({ id, heading, paragraphs }) => [id, [heading, ...paragraphs].join('').length]),
  ),
})

/** Use it in a part that stands only while the article does. Returns what a touch on the article calls. */
export const useReading = (what: What): (() => void) => {
  const reading = useRef<RunningReading | null>(null)
  const current = (): RunningReading => {
    reading.current ??= runReading(openedOf(what))
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
  const order = what.sections.map(({ id }) => id).join(' ')
  useEffect(() => {
    const ids = order === '' ? [] : (order.split(' ') as SectionId[])
    return watchSections(ids, {
      onSection: (id, visible) => reading.current?.see(id, visible),
      onPicture: (id, visible) => reading.current?.seePicture(id, visible),
      onDepth: (depth) => reading.current?.reach(depth),
    })
  }, [order])
  useEffect(() => () => reading.current?.close(), [])
  return touch
}
