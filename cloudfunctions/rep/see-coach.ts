// How far has she come with her own brand?
import { type Coaching, coachTrack } from '@shared/domain/coaching'
import type { Member } from '@shared/domain/member'
import { now } from '../_kit/clock'
import { countForCoach } from '../_kit/coach-counts'
import { findCoaching } from '../_kit/data/coachings'
import type { Handler } from '../_kit/serve'

export const showCoach = async (rep: Member, { ticks }: Pick<Coaching, 'ticks'>) => {
  const at = now()
  return { asOf: at, steps: coachTrack(await countForCoach(rep, at), ticks) }
}

export const seeCoach: Handler<'rep', 'coach.see'> = async (_, { caller: { member } }) =>
  showCoach(member, await findCoaching(member._id))
