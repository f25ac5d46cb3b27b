// Which of the painted pictures on this phone go when there is no more room? The least recently used.

/** Full ones are saved to the album, small ones are only looked at. */
export type Shelf = 'full' | 'small'
export type OnShelf = { shelf: Shelf; set: string; bytes: number; usedAt: number }
export type Shelves = Record<string, OnShelf>

/** WeChat gives a mini program 200 MB for all it stores. Sets: one set of pictures of one kit. */
export const ROOM = { bytes: 60 * 1024 * 1024, sets: { full: 5, small: 12 } }

const byUse = (shelves: Shelves): string[] =>
  Object.keys(shelves).sort((a, b) => (shelves[b]?.usedAt ?? 0) - (shelves[a]?.usedAt ?? 0))

/** The keys to give up, so that `room` holds the rest: whole sets first, then single pictures. */
export const overflowOf = (shelves: Shelves, room = ROOM): string[] => {
  const sets: Record<Shelf, string[]> = { full: [], small: [] }
  let bytes = 0
  return byUse(shelves).filter((key) => {
    const one = shelves[key]
    if (!one) return true
    const kept = sets[one.shelf]
    if (kept.indexOf(one.set) < 0) kept.push(one.set)
    if (kept.indexOf(one.set) >= room.sets[one.shelf] || bytes + one.bytes > room.bytes) return true
    bytes += one.bytes
    return false
  })
}
