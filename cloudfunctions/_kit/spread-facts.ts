// What has come since, to be taken into a rep's forest? Shares and counted readings in portions, each told by a rule of the
// domain; who is named in them agreed to be known.
import type { MemberId, PersonId, ReaderId } from '@shared/domain/ids'
import { readerIdOf } from '@shared/domain/ids'
import { isDeepReading } from '@shared/domain/reading'
import type { Forest } from '@shared/domain/spread/forest'
import { spreadSceneOf } from '@shared/domain/spread/graph'
import { now } from './clock'
import { pageCountedAfter, type SpreadingReading } from './data/readings'
import { findShares, pageSharesAfter } from './data/shares'
import type { SpreadCursors } from './data/spreads'

const PORTION = 500
/** Functions' clocks differ: shares of the last moments before are asked for again. Taken in twice they change nothing. */
const OVERLAP_MS = 60_000

export const FROM_THE_BEGINNING: SpreadCursors = { shareAt: 0, shareId: '', counted: 0, readingId: '' }

/** The last batch may have been under way: it is looked through again. */
export const comeBack = (cursors: SpreadCursors): SpreadCursors => ({
  ...{ shareAt: Math.max(0, cursors.shareAt - OVERLAP_MS), shareId: '' },
  ...{ counted: cursors.counted, readingId: '' },
})

type Taking = { repId: MemberId; known: ReadonlyMap<ReaderId, boolean>; until: number }
/** isDone: false where the time was over first. */
type Taken = { cursors: SpreadCursors; isDone: boolean }

const keyOf = (personId: PersonId | null | undefined, { repId, known }: Taking): ReaderId | null => {
  if (!personId) return null
  const id = readerIdOf(repId, personId)
  return known.has(id) ? id : null
}

const takeShares = async (forest: Forest, from: SpreadCursors, of: Taking): Promise<Taken> => {
  let cursors = from
  while (now() < of.until) {
    const asked = { at: cursors.shareAt, id: cursors.shareId, size: PORTION }
    const some = await pageSharesAfter(of.repId, asked)
    for (const { _id: token, parentToken: parent, postId, repId, personId, createdAt: at } of some)
      forest.putShare({ token, parent, postId, repId, person: keyOf(personId, of), at })
    const last = some.at(-1)
    if (last) cursors = { ...cursors, shareAt: last.createdAt, shareId: last._id }
    if (some.length < PORTION) return { cursors, isDone: true }
  }
  return { cursors, isDone: false }
}

const putReadings = async (forest: Forest, some: readonly SpreadingReading[], of: Taking): Promise<void> => {
  const shares = await findShares(some.flatMap(({ token }) => token ?? []))
  for (const reading of some) {
    const { _id: id, token, by, scene, chatType, openedAt: at } = reading
    const share = token === null ? undefined : shares.get(token)
    if (!share || share.repId !== of.repId) continue // passed on from a rep who left: it hangs below her cards
    if (by === 'erased') continue
    forest.putReading({
      ...{ id, token: share._id, by, at, deep: isDeepReading(reading), person: keyOf(reading.personId, of) },
      scene: spreadSceneOf(scene, chatType ?? null, share.channel),
    })
  }
}

const takeReadings = async (forest: Forest, from: SpreadCursors, of: Taking): Promise<Taken> => {
  let cursors = from
  while (now() < of.until) {
    const asked = { at: cursors.counted, id: cursors.readingId, size: PORTION }
    const some = await pageCountedAfter(of.repId, asked)
    await putReadings(forest, some, of)
    const last = some.at(-1)
    if (last) cursors = { ...cursors, counted: last.counted ?? cursors.counted, readingId: last._id }
    if (some.length < PORTION) return { cursors, isDone: true }
  }
  return { cursors, isDone: false }
}

/** Shares first: a reading is placed by its share. */
export const takeIn = async (forest: Forest, from: SpreadCursors, of: Taking): Promise<Taken> => {
  const shares = await takeShares(forest, from, of)
  return shares.isDone ? takeReadings(forest, shares.cursors, of) : shares
}
