// Which sections were read for how long? As people see it: headings in place of ids, longest first, unread ones left out.
import type { Reading } from '@shared/domain/reading'
import type { Headings } from './data/posts'

export const showSections = (reading: Pick<Reading, 'sections'>, { headingOf }: Headings) =>
  Object.entries(reading.sections)
    .filter(([, ms]) => ms > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([id, ms]) => ({ heading: headingOf(id), ms }))
