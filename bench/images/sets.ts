// Which pictures stand together? Each photo once within a set of nine where it carries no name card.
import type { Subject } from './subjects'

/** measured: indexes into `images` of those that count, never the first or the last, for one of these carries the card. */
export type PhotoSet = { images: Subject[]; measured: number[] }

const SET_SIZE = 9

/** Sets of nine photos: seven in the middle are measured, their neighbours in the list stand at the ends. */
export const photoSets = (all: readonly Subject[]): PhotoSet[] => {
  const photos = all.filter(({ kind }) => kind === 'photo')
  const inner = SET_SIZE - 2
  const at = (n: number): Subject[] => {
    const photo = photos[(n + photos.length) % photos.length]
    return photo ? [photo] : []
  }
  return Array.from({ length: Math.ceil(photos.length / inner) }, (_, set) => {
    const first = set * inner
    const images = Array.from({ length: SET_SIZE }, (__, n) => at(first + n - 1)).flat()
    const measured = Array.from({ length: Math.min(inner, photos.length - first) }, (__, n) => n + 1)
    return { images, measured }
  })
}
