// She has tried an exercise, or says she has not after all.
import { tick } from '@shared/domain/coaching'
import { now } from '../_kit/clock'
import { changeCoaching } from '../_kit/data/coachings'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showCoach } from './see-coach'

export const tickCoach: Handler<'rep', 'coach.tick'> = async ({ exercise, on }, { caller: { member } }) => {
  const at = now()
  const changed = await changeCoaching(member._id, (coaching) => tick(coaching, exercise, on, at))
  return showCoach(member, found(changed, 'stale-version'))
}
