// Who is in which circle today? Once a day everybody is looked at anew, and after a change of rules at once; some reps at each
// tick, from where the last one stopped. And who was taken out of some counts: the rest of them is counted anew.
import { dayOf } from '@shared/domain/day'
import { rulesName, sortRep, sumStores } from '../_kit/circle-sort'
import { now } from '../_kit/clock'
import { findRound, listBehind, listCircles, putRound, type Round } from '../_kit/data/circles'
import { findMembers, pageReps } from '../_kit/data/members'
import { log } from '../_kit/log'
import type { Job } from '../_kit/serve-jobs'

/** No portion of reps is begun after that: other jobs need the function's time, too. */
const BEGIN_WITHIN_MS = 4_000
const PORTION = 8

type Reps = Awaited<ReturnType<typeof pageReps>>['reps']
type Circles = Awaited<ReturnType<typeof listCircles>>

/** One who cannot be sorted is logged and holds up nobody; she comes again tomorrow. */
const sortSome = async (reps: Reps, circles: Circles, at: number): Promise<void> => {
  const one = async (rep: Reps[number]): Promise<void> => {
    try {
      await sortRep(rep, circles, at)
    } catch (error) {
      log.error({ event: 'circles-failed', err: error })
    }
  }
  await Promise.all(reps.map(one))
}

export const sortCircles: Job = async (startedAt) => {
  const [circles, stored, behind] = await Promise.all([listCircles(), findRound(), listBehind().then(findMembers)])
  const [day, rules] = [dayOf(startedAt), rulesName(circles)]
  let round: Round = stored?.day === day && stored.rules === rules ? stored : { day, rules, after: '', state: 'reps' }
  await sortSome(behind, circles, startedAt)
  if (behind.length > 0 && round.state === 'done') round = { ...round, state: 'stores' }
  let done = behind.length
  while (round.state === 'reps' && now() - startedAt < BEGIN_WITHIN_MS) {
    const { reps, next } = await pageReps(round.after || undefined, PORTION)
    await sortSome(reps, circles, startedAt)
    done += reps.length
    round = { ...round, after: next ?? '', state: next === null ? 'stores' : 'reps' }
    await putRound(round)
  }
  if (round.state !== 'stores') return done
  await putRound({ ...round, state: (await sumStores(rules, startedAt)) ? 'done' : 'stores' })
  return done
}
