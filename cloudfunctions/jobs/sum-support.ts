// How many key people has each rep, for HQ's counts? Anew once a day, and soon after something changed or went; some reps at
// each tick.
import type { MemberId } from '@shared/domain/ids'
import { isWorking } from '@shared/domain/member'
import { now } from '../_kit/clock'
import { findMember } from '../_kit/data/members'
import { listOldKolSums, removeKolSum } from '../_kit/data/supports'
import { keepKolSum, loadKol } from '../_kit/kol'
import { log } from '../_kit/log'
import type { Job } from '../_kit/serve-jobs'
import { showWho } from '../_kit/show-who'

const DAY_MS = 86_400_000
const PORTION = 20
/** No rep is begun after that: other jobs need the function's time, too. */
const BEGIN_WITHIN_MS = 3_000

const sumOne = async (repId: MemberId, at: number): Promise<void> => {
  const rep = await findMember(repId)
  if (!rep || !isWorking(rep)) {
    await removeKolSum(repId)
    return
  }
  const { people } = await loadKol(repId)
  const ids = people.map(({ contactId }) => contactId)
  const whoOf = await showWho(repId, ids)
  const seen = people.filter(({ contactId }) => whoOf.has(contactId))
  await keepKolSum(rep, seen, at)
}

/** One who cannot be counted is logged and holds up nobody. */
export const sumSupport: Job = async (startedAt) => {
  let done = 0
  for (const { _id } of await listOldKolSums(startedAt - DAY_MS, PORTION)) {
    if (now() - startedAt >= BEGIN_WITHIN_MS) break
    try {
      await sumOne(_id, startedAt)
      done += 1
    } catch (error) {
      log.error({ event: 'support-not-counted', err: error })
    }
  }
  return done
}
