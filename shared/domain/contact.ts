// A customer as one rep knows her: under the rep's own remark, with one phone, several, or none that is known yet.
import type { ContactId, HomeId, LinkEventId, MemberId } from './ids'

export type Contact = {
  _id: ContactId
  repId: MemberId
  remark: string | null // the rep's own name for her; null until she names her
  createdAt: number
  namedAt: number | null
  namedBy?: LinkEventId | null // what was said last about the remark; only that can be taken back
  origin: 'reader' | 'rep' // came into being by a consent, or was written down by the rep
  left?: boolean // whose own contact it was has withdrawn; it goes with the last who was said to be her
  readers: number // how many readers are linked to her
  tags: string[] // given by hand
  homeId: HomeId | null
  passedFrom?: MemberId[] // reps who left, whose contact she was: their cards may be meant for her
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ' // no I, no O
const DIGITS = '123456789'

/** Two characters that stand for a contact without a remark, the same for good: 'A7'. Not unique, only telling apart. */
export const ordinalOf = (id: ContactId): string => {
  let hash = 0
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) >>> 0
  return LETTERS.charAt(hash % LETTERS.length) + DIGITS.charAt(Math.floor(hash / LETTERS.length) % DIGITS.length)
}
