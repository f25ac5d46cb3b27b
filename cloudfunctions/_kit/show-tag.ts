// How are earned tags shown? The strongest, as of now; a rep and the reader herself see the same.
import type { ShownTag } from '@shared/contracts/parts'
import type { Reader } from '@shared/domain/reader'
import { tagsOf } from '@shared/domain/tag'

const TAGS_SHOWN_MAX = 20
const PLACES = 1_000

/** Of all readers that are one contact. */
export const showTags = (
  readers: readonly Pick<Reader, 'entries' | 'interests' | 'muted' | 'tagsOn'>[],
  now: number,
): ShownTag[] =>
  tagsOf(readers, now)
    .slice(0, TAGS_SHOWN_MAX)
    .map((tag) => ({ ...tag, strength: Math.round(tag.strength * PLACES) / PLACES }))
