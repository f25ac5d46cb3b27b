// How is a reading told? Headings in place of section ids, longest first, unread ones left out; to a rep without its id.
import { createHash } from 'node:crypto'
import type { ReadingId } from '@shared/domain/ids'
import type { Reading } from '@shared/domain/reading'
import type { Headings } from './data/posts'

export const showSections = (reading: Pick<Reading, 'sections'>, { headingOf }: Headings) =>
  Object.entries(reading.sections)
    .filter(([, ms]) => ms > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([id, ms]) => ({ heading: headingOf(id), ms }))

/** Names a reading on a rep's screen, the same each time; whoever knew its own id could claim or erase it once it is nobody's. */
export const aliasOf = (id: ReadingId): string => createHash('sha256').update(id).digest('base64url').slice(0, 20)
