// Which handovers are not done? What is left of them is passed in portions; whom nobody heard from in time is let go of.
import { RETENTION_DAYS } from '@shared/domain/consent'
import { now as clock } from '../_kit/clock'
import { listConsentsOfRep, listPassingConsents } from '../_kit/data/consents'
import { listAskedSince, listPassing, moveHandover } from '../_kit/data/handovers'
import { endPair } from '../_kit/forget'
import { dropStray, passReader } from '../_kit/handover-reader'
import { runHandover } from '../_kit/handover-run'
import { log } from '../_kit/log'
import type { Job } from '../_kit/serve-jobs'

const DAY_MS = 86_400_000
/** Nothing is begun after that, so that it ends within the function's time. */
const BEGIN_WITHIN_MS = 15_000

/** How many; one who fails every time is logged and stops nobody else. */
const each = async <T>(all: readonly T[], until: number, work: (one: T) => Promise<unknown>): Promise<number> => {
  let done = 0
  for (const one of all) {
    if (clock() >= until) break
    try {
      await work(one)
      done++
    } catch (error) {
      log.error({ event: 'handover-failed', err: error })
    }
  }
  return done
}

const passCustomers = async (until: number): Promise<number> =>
  each(await listPassingConsents(), until, (consent) =>
    consent.arriving || !consent.passTo ? dropStray(consent) : passReader(consent, consent.passTo),
  )

/** Half a year has gone by, and their readings with it: of who never answered the consent goes too. */
const endAsking = async (now: number, until: number): Promise<number> =>
  each(await listAskedSince(now - RETENTION_DAYS * DAY_MS), until, async (handover) => {
    const consents = await listConsentsOfRep(handover._id)
    for (const consent of consents) await endPair(consent, now)
    if (!consents.length) await moveHandover(handover, 'over')
  })

export const passOnContacts: Job = async (startedAt) => {
  const until = startedAt + BEGIN_WITHIN_MS
  const run = await each(await listPassing(), until, (handover) => runHandover(handover, until))
  return run + (await passCustomers(until)) + (await endAsking(startedAt, until))
}
