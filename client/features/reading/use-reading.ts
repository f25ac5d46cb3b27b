// Counts how this article is read, from the moment it is on screen.
import type { PostId, SectionId, ShareToken } from '@shared/domain/ids'
import { useEffect, useState } from 'react'
import { isScripted, useForeground, useInteraction } from '@/platform/lifecycle'
import { entryChatType, entryScene } from '@/platform/nav'
import { flushOutbox } from '@/platform/outbox'
import { isMintedHere } from '@/platform/reader-share'
import { watchSections } from '@/platform/sections'
import { type Opened, runReading } from './run-reading'

type Sections = readonly { id: string; heading: string; paragraphs: readonly string[] }[]
type What = { postId: string; version: number; token: string | null; repId: string | null; sections: Sections }

/** Without Object.fromEntries, which iOS 12.0 and 12.1 lack: without it the article could not be read there. */
const lengthsOf = (sections: Sections): Opened['lengths'] => {
  const lengths: Record<SectionId, number> = {}
  for (const { id, heading, paragraphs } of sections)
    lengths[id as SectionId] = heading.length + paragraphs.join('').length
  return lengths
}

const openedOf = ({ postId, version, token, repId, sections }: What): Opened => ({
  about: {
    ...(token === null ? { postId: postId as PostId } : { token: token as ShareToken }),
    version,
    scene: entryScene(),
    chatType: entryChatType(),
    by: isScripted() ? 'crawler' : token !== null && isMintedHere(token as ShareToken) ? 'sharer' : undefined,
  },
  repId,
  lengths: lengthsOf(sections),
})

/** Use it in a part that stands only while the article does. Returns what a touch on the article calls. */
export const useReading = (what: What): (() => void) => {
  const [{ show, hide, touch, look }] = useState(() => runReading(openedOf(what)))
  const { sections } = what
  useForeground(() => {
    show()
    void flushOutbox()
  }, hide)
  useInteraction(touch)
  useEffect(
    () =>
      watchSections(
        sections.map(({ id }) => id as SectionId),
        look,
      ),
    [sections, look],
  )
  return touch
}
