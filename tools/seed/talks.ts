// Seeds what reps have told of their talks in the months before: their books, and what HQ sees of them together. The lists
// themselves are made when somebody asks.
import { dayAfter, dayOf } from '@shared/domain/day'
import type { MemberId } from '@shared/domain/ids'
import { TALK_REASONS, type TalkReason } from '@shared/domain/talk'
import { boardsOf, type Ended, type Ends, newTalkbook, OPEN_DAYS, type Talkbook } from '@shared/domain/talkbook'
import { demoReps } from '../demo/people.data'
import type { Admin } from './admin'
import { chance } from './chance'

/** How talks of a reason tend to go in the demo: so many a rep, of ten so many answered, booked, dealt, unfit. */
const TENDS: Record<TalkReason, [talks: number, talked: number, booked: number, dealt: number, unfit: number]> = {
  promise: [9, 6, 1, 1, 0],
  signal: [5, 4, 2, 2, 0],
  hot: [12, 4, 1, 1, 1],
  repurchase: [8, 3, 1, 3, 1],
  deep: [11, 4, 1, 1, 1],
  rising: [7, 4, 1, 0, 1],
  occasion: [6, 5, 0, 0, 0],
  thanks: [2, 7, 1, 0, 0],
  introduce: [2, 4, 1, 0, 1],
  lifecycle: [5, 6, 0, 1, 0],
  overdue: [14, 2, 0, 0, 2],
}

const endsOf = (rep: string, reason: TalkReason): Ends => {
  const [talks, talked, booked, dealt, unfit] = TENDS[reason]
  const ends: Ends = { talked: 0, silent: 0, booked: 0, dealt: 0, unfit: 0 }
  const count = Math.round(talks * (0.5 + chance('talks', rep, reason)))
  for (let n = 0; n < count; n++) {
    const drawn = chance('end', rep, reason, n) * 10
    if (drawn < talked) ends.talked++
    else if (drawn < talked + booked) ends.booked++
    else if (drawn < talked + booked + dealt) ends.dealt++
    else if (drawn < talked + booked + dealt + unfit) ends.unfit++
    else ends.silent++
  }
  return ends
}

const bookOf = (rep: string, now: number): Talkbook => {
  const reasons: Ended = Object.fromEntries(TALK_REASONS.map((reason) => [reason, endsOf(rep, reason)]))
  const foldedTo = dayAfter(dayOf(now), -OPEN_DAYS)
  return { ...newTalkbook(rep as MemberId), reasons, foldedTo, rev: 1 }
}

export const seedTalks = async (admin: Admin, now: number): Promise<void> => {
  const books = demoReps.map(({ username }) => bookOf(username, now))
  for (const { _id, ...book } of books) await admin.set('talkbooks', _id, book)
  for (const { _id, ...board } of boardsOf(books, now)) await admin.set('boards', _id, board)
  await admin.clear('talkdays') // made while the rest was still being put in
}
