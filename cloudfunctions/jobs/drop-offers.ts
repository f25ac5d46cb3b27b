// What of offers has to go by now? Files of one taken back, one declined long ago, a proof kept long enough. A second run finds none.
import { OFFER_PROOF_MS, type Submission } from '@shared/domain/submission'
import { listDueOffers, removeSubmission } from '../_kit/data/submissions'
import { log } from '../_kit/log'
import type { Job } from '../_kit/serve-jobs'
import { finishWithdrawal, takeOut } from '../_kit/take-out-offer'

const A_TICK = 20

const isProofOver = ({ withdrawnAt }: Submission, now: number): boolean =>
  withdrawnAt !== null && withdrawnAt + OFFER_PROOF_MS <= now

const drop = async (one: Submission, now: number): Promise<void> => {
  if (one.state === 'withdrawn' && !isProofOver(one, now)) return void (await finishWithdrawal(one, now))
  await takeOut(one, now)
  await removeSubmission(one._id)
}

/** One that fails stays, and is looked at again in a minute; the others go on. */
const tryDrop = async (one: Submission, now: number): Promise<void> => {
  try {
    await drop(one, now)
  } catch (error) {
    log.warn({ event: 'offer-not-dropped', message: error instanceof Error ? error.message : String(error) })
  }
}

export const dropOffers: Job = async (now) => {
  const due = await listDueOffers(now, A_TICK)
  for (const one of due) await tryDrop(one, now)
  return due.length
}
