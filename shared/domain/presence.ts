// Who has a post open to write, and who is told of it?
import type { MemberId } from './ids'

/** How often an open editor says that it is still there, and asks what others did; nothing is asked while it is out of sight. */
export const PRESENCE_EVERY_MS = 15_000
/** Three beats missed: she has gone, whatever became of her window. */
export const PRESENCE_FADES_MS = 45_000

/** Whose editor was last heard of when. */
export type Heard = Partial<Record<MemberId, number>>

/** The others who are there now, in the order of their ids. */
export const othersWriting = (heard: Heard, me: MemberId, now: number): MemberId[] =>
  (Object.keys(heard) as MemberId[])
    .filter((id) => id !== me && now - (heard[id] ?? 0) < PRESENCE_FADES_MS)
    .sort((a, b) => (a < b ? -1 : 1))
