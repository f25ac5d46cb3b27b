// How is a reading told? Headings in place of section ids, longest first, unread ones left out.
import type { Reading } from '@shared/domain/reading'
import type { Headings } from './data/posts'

export const showSections = (reading: Pick<Reading, 'sections'>, { headingOf }: Headings) =>
  Object.entries(reading.sections)
    .filter(([, ms]) => ms > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([id, ms]) => ({ heading: headingOf(id), ms }))
