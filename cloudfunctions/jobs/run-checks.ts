// Which texts and images does WeChat still have to look at? Asked a portion a minute; silence and verdicts are followed up.
import { afterSilence, type Check } from '@shared/domain/check'
import { askDueChecks } from '../_kit/ask-wechat'
import { now as clock } from '../_kit/clock'
import { changeCheck, listDueChecks, removeStrays } from '../_kit/data/checks'
import { followCheck } from '../_kit/follow-check'
import { log } from '../_kit/log'
import type { Job } from '../_kit/serve-jobs'

const SILENT_A_TICK = 100
const FOLLOWED_A_TICK = 200

/** One that fails stays, and is looked at again in a minute; the others go on. */
const follow = async (check: Check): Promise<void> => {
  try {
    await followCheck(check, clock())
  } catch (error) {
    log.warn({ event: 'check-not-followed', message: error instanceof Error ? error.message : String(error) })
  }
}

export const runChecks: Job = async (now) => {
  for (const check of await listDueChecks('asked', now, SILENT_A_TICK)) await changeCheck(check, afterSilence(now))
  const asked = await askDueChecks(now)
  for (const check of await listDueChecks('judged', clock(), FOLLOWED_A_TICK)) await follow(check)
  await removeStrays(now)
  return asked
}
