// How many talks a day does she want? From tomorrow on: today's list stays as it was made.
import { dayOf } from '@shared/domain/day'
import { now } from '../_kit/clock'
import { putTalkbook } from '../_kit/data/talkbooks'
import { refusal } from '../_kit/errors'
import { readTalkbook } from '../_kit/make-day'
import type { Handler } from '../_kit/serve'

const TRIES = 6

export const limitTalks: Handler<'rep', 'talk.limit'> = async ({ aDay }, { caller: { member } }) => {
  for (let tries = TRIES; tries > 0; tries--) {
    const book = await readTalkbook(member._id, dayOf(now()))
    if (book.aDay === aDay || (await putTalkbook(book, { aDay }))) return { aDay }
  }
  throw refusal('busy', 'aDay')
}
