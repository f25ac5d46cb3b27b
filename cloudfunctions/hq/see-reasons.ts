// Which reasons to talk work? Sums over all reps as of the last morning; nothing that fewer than five reps have told of.
import { TALK_REASONS } from '@shared/domain/talk'
import { successOf } from '@shared/domain/talkbook'
import { findBoard } from '../_kit/data/boards'
import type { Handler } from '../_kit/serve'

export const seeReasons: Handler<'hq', 'talk.reasons'> = async () => {
  const board = await findBoard('reasons')
  return {
    asOf: board?.at ?? null,
    reps: board?.reps ?? 0,
    reasons: TALK_REASONS.map((reason) => {
      const success = successOf(board?.lines[reason])
      if (!success) return { reason, shown: null }
      const { won: _, ...shown } = success
      return { reason, shown }
    }),
  }
}
