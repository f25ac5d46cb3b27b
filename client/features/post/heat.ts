// How warm is a section: how much of what could have been read in it was read, by all who opened the post.
import type { HeatSection } from './use-heat'

/** 0: not read · 5: as long as it takes, by everyone. Null where too few read it to tell. */
type Warmth = 0 | 1 | 2 | 3 | 4 | 5
const WARMEST = 5

/** 0 to 1, or null: reached by few is cool, left early is cool. */
export const shareRead = ({ readings, ms, expectedMs }: HeatSection, opened: number): number | null => {
  if (readings === 'few') return null
  return opened > 0 && expectedMs > 0 ? Math.min(1, ms / (opened * expectedMs)) : 0
}

export const warmthOf = (section: HeatSection, opened: number): Warmth | null => {
  const share = shareRead(section, opened)
  return share === null ? null : (Math.ceil(share * WARMEST) as Warmth)
}
