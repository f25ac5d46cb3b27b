// How did a talk go? What was said last holds, whichever phone said it and in whatever order they reach the cloud.
import { type Day, daysBetween } from './day'
import { type ListedTalk, type Outcome, type TalkDay, type Told, toldOf } from './talk'
import { OPEN_DAYS } from './talkbook'

export type TellAsk = { end: Outcome['end'] | null; from: Outcome['end'] | null; at: number }
export type TellDecision =
  | { ok: true; told: Told[]; held: Told; was: Told | null }
  | { ok: false; reason: 'day-closed' | 'no-such-talk' }

/** at: when she said so. held: what holds now; was: what this phone did not know of. */
export const tellTalk = (
  { day, told }: Pick<TalkDay, 'day' | 'told'>,
  talk: ListedTalk | undefined,
  { end, from, at }: TellAsk,
  today: Day,
): TellDecision => {
  if (!talk) return { ok: false, reason: 'no-such-talk' }
  if (daysBetween(day, today) >= OPEN_DAYS) return { ok: false, reason: 'day-closed' }
  const { contactId, playbookId, clues } = talk
  const said: Told = { contactId, reason: clues[0].reason, playbookId, end, at }
  const before = told.find((one) => one.contactId === contactId)
  const held = before && before.at > at ? before : said
  const open = toldOf(talk, told)
  const isNews = open && open.end !== null && open.end !== from && open.end !== end
  return {
    ok: true,
    told: [...told.filter((one) => one !== before), held],
    held,
    was: isNews ? open : null,
  }
}
