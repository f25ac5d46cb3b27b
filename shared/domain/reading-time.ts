// How long does a section take to read? What dwell is measured against.
import type { Section } from './post'

/**
 * Adults read Chinese at 260 words a minute (Brysbaert 2019, J. Memory and Language 109, 104047); a word has about 1.5
 * characters, so 390 characters a minute.
 */
const MS_PER_CHARACTER = 60_000 / 390
const MS_PER_PICTURE = 3_000
/** A heading alone takes a glance; anything shorter would make a glance look like reading. */
export const SECTION_MIN_MS = 2_000

/** Milliseconds; white space takes none. */
export const expectedMs = ({
  heading,
  paragraphs,
  image,
}: Pick<Section, 'heading' | 'paragraphs' | 'image'>): number => {
  const characters = [heading, ...paragraphs].join('').replace(/\s/g, '').length
  const ms = characters * MS_PER_CHARACTER + (image ? MS_PER_PICTURE : 0)
  return Math.max(SECTION_MIN_MS, Math.round(ms))
}
